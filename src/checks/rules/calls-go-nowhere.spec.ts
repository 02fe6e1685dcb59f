import { expect, test } from 'vitest';
import { context, soundRow } from '../test-row.ts';
import { callsGoNowhere } from './calls-go-nowhere.ts';

const unset = { call_controller: '', call_app_sid: 'default_call_app_sid' };
const check = (changes: Parameters<typeof soundRow>[0]) =>
  callsGoNowhere.check(soundRow({ ...unset, ...changes }), context);

test.each([
  {},
  { call_controller: null },
  { call_controller: '  ' },
  { mode: null },
  { mode: '' },
  // A message application takes no calls.
  { msg_app_sid: 'app1' },
])('voice in XML mode with %j has nowhere to go', (changes) => {
  expect(check(changes)).toEqual([
    {
      field: 'call_controller',
      message:
        'Incoming calls will fail: voice is on in XML mode, but there is no call controller and only the placeholder default_call_app_sid.',
    },
  ]);
});

test.each([null, ''])('a missing application (%j) is not called a placeholder', (call_app_sid) => {
  const [remark] = check({ call_app_sid });
  expect(remark?.message).toMatch(/ and no application\.$/);
});

test.each([
  { voice: false },
  { mode: 'end_point' },
  { mode: 'sip_phone' },
  { call_app_sid: 'app1' },
  { call_controller: 'https://x.example.com' },
  { call_controller: 'no url' },
])('%j gives no finding', (changes) => {
  expect(check(changes)).toEqual([]);
});
