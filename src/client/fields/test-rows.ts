import fc from 'fast-check';
import type { NumberPage, RentedNumber } from '#contract/number.ts';
import { readNumber } from '#numbering/read-number.ts';

/** For specs: the row of the vendor's documentation, with changes. */
export const rentedNumber = ({
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
  type: 'local',
  call_controller: '',
  call_method: 'GET',
  msg_controller: 'http://172.16.102.175:8082/messages/events',
  msg_method: 'GET',
  call_app_sid: 'default_call_app_sid',
  msg_app_sid: 'app61de164b-8e62-35d9-92d0-c6df5f0956ec',
  endpoint_sid: null,
  created: '2016-03-31T11:16:59+03:00',
  updated: '2016-03-31T11:17:21+03:00',
  voice: false,
  messaging: true,
  mode: 'xml',
  has_token: false,
  ...changes,
});

export const numberPage = (
  numbers: RentedNumber[],
  changes: Partial<NumberPage> = {},
): NumberPage => ({ limit: 20, prev: null, next: null, skipped: 0, numbers, ...changes });

/** A moment of few, so that they often tie, written in one of three time zones. */
export const anyMoment = fc.tuple(fc.nat(5), fc.constantFrom(-7, 0, 3)).map(([minute, zone]) => {
  const local = new Date(Date.UTC(2016, 2, 31, 11 + zone, minute)).toISOString().slice(0, 19);
  return `${local}${zone < 0 ? '-' : '+'}0${Math.abs(zone)}:00`;
});

/** Short texts that often tie, and any text at all. */
const anyText = fc.oneof(
  fc.constantFrom('', 'a', 'A', 'b', 'é', '9', '10', '=1', '-b', '"', ',', '\r\n', '<&>'),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const anyTextOrNull = fc.option(anyText, { nil: null });

/** Any row of the contract; all moments in it are real. */
export const anyRow: fc.Arbitrary<RentedNumber> = fc.record({
  number_sid: anyText,
  account_sid: anyText,
  number: fc.stringMatching(/^\+?[1-9]\d{3,6}$/),
  number_e164: fc.constant(null),
  number_display: anyText,
  name: anyTextOrNull,
  country_code: fc.constantFrom('GB', 'EE', 'international'),
  country_name: anyText,
  type: fc.constantFrom('local', 'mobile', 'sip'),
  call_controller: anyTextOrNull,
  call_method: anyTextOrNull,
  msg_controller: anyTextOrNull,
  msg_method: anyTextOrNull,
  call_app_sid: anyTextOrNull,
  msg_app_sid: anyTextOrNull,
  endpoint_sid: anyTextOrNull,
  created: anyMoment,
  updated: anyMoment,
  voice: fc.boolean(),
  messaging: fc.boolean(),
  mode: anyTextOrNull,
  has_token: fc.boolean(),
});
