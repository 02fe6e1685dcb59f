import { expect, test } from 'vitest';
import { context, soundRow } from '../test-row.ts';
import { messagesGoNowhere } from './messages-go-nowhere.ts';

const unset = { msg_controller: '', msg_app_sid: 'default_msg_app_sid' };
const check = (changes: Parameters<typeof soundRow>[0]) =>
  messagesGoNowhere.check(soundRow({ ...unset, ...changes }), context);

test.each([{}, { msg_controller: null }, { mode: 'sip_phone' }, { call_app_sid: 'app1' }])(
  'messaging with %j has nowhere to go',
  (changes) => {
    expect(check(changes)).toEqual([
      {
        field: 'msg_controller',
        message:
          'Incoming messages and delivery events are lost: messaging is on, but there is no message controller and only the placeholder default_msg_app_sid.',
      },
    ]);
  },
);

test('a missing application is not called a placeholder', () => {
  expect(check({ msg_app_sid: null })[0]?.message).toMatch(/ and no application\.$/);
});

test.each([
  { messaging: false },
  { msg_app_sid: 'app1' },
  { msg_controller: 'https://x.example.com' },
])('%j gives no finding', (changes) => {
  expect(check(changes)).toEqual([]);
});
