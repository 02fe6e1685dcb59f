import fc from 'fast-check';
import type { RentedNumber } from '#contract/number.ts';
import { readNumber } from '#numbering/read-number.ts';

/** For specs: a number without findings, with changes. */
export const soundRow = ({
  number = '447480600503',
  ...changes
}: Partial<RentedNumber> = {}): RentedNumber => ({
  number_sid: 'num00000000-0000-4000-8000-000000000001',
  account_sid: 'acc00000000-0000-4000-8000-000000000001',
  number,
  number_e164: readNumber(number).digits ?? null,
  number_display: '+44 7480 600503',
  name: null,
  country_code: 'GB',
  country_name: 'United Kingdom',
  type: 'mobile',
  call_controller: 'https://hooks.example.com/voice',
  call_method: 'POST',
  msg_controller: 'https://hooks.example.com/messages',
  msg_method: 'POST',
  call_app_sid: 'default_call_app_sid',
  msg_app_sid: 'default_msg_app_sid',
  endpoint_sid: null,
  created: '2016-03-31T11:16:59+03:00',
  updated: '2016-03-31T11:17:21+03:00',
  voice: true,
  messaging: true,
  mode: 'xml',
  has_token: false,
  ...changes,
});

/** For specs: the row of the vendor's documentation. */
export const documentedRow: RentedNumber = soundRow({
  type: 'local',
  call_controller: '',
  call_method: 'GET',
  msg_controller: 'http://172.16.102.175:8082/messages/events',
  msg_method: 'GET',
  msg_app_sid: 'app61de164b-8e62-35d9-92d0-c6df5f0956ec',
  voice: false,
});

/** For specs: a moment when both rows are in the past. */
export const context = { now: Date.parse('2026-06-01T12:00:00Z') };

const anyText = fc.oneof(
  fc.constantFrom('', ' ', 'a', 'http://', 'https://[::1', '//', '?token=a', '%', '\ud800'),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.webUrl({ withQueryParameters: true }),
);
const anyTextOrNull = fc.option(anyText, { nil: null });

/** For specs: any row of the contract, the odd and the broken included. */
export const anyRow: fc.Arbitrary<RentedNumber> = fc.record({
  number_sid: anyText,
  account_sid: anyText,
  number: fc.oneof(anyText, fc.stringMatching(/^\+?\d{0,17}$/)),
  number_e164: fc.oneof(fc.constant(null), fc.stringMatching(/^[1-9]\d{6,14}$/)),
  number_display: anyText,
  name: anyTextOrNull,
  country_code: fc.oneof(anyText, fc.constantFrom('GB', 'US', 'international', '__proto__')),
  country_name: anyText,
  type: fc.oneof(anyText, fc.constantFrom('local', 'sip')),
  call_controller: anyTextOrNull,
  call_method: anyTextOrNull,
  msg_controller: anyTextOrNull,
  msg_method: anyTextOrNull,
  call_app_sid: anyTextOrNull,
  msg_app_sid: anyTextOrNull,
  endpoint_sid: anyTextOrNull,
  created: anyText,
  updated: anyText,
  voice: fc.boolean(),
  messaging: fc.boolean(),
  mode: fc.oneof(anyTextOrNull, fc.constantFrom('xml', 'end_point', 'sip_phone')),
  has_token: fc.boolean(),
});
