import { expect, test } from 'vitest';
import { context, soundRow } from '../test-row.ts';
import { secretInWebhook } from './secret-in-webhook.ts';

test('a secret in the query is shown redacted', () => {
  const msg_controller = 'https://x.example.com/hunter2?id=hunter2&api_key=hunter2';
  expect(secretInWebhook.check(soundRow({ msg_controller }), context)).toEqual([
    {
      field: 'msg_controller',
      message:
        'The message controller on x.example.com seems to hold a secret (?api_key=•••): everyone who may list the numbers reads it, and it ends up in logs and exports.',
    },
  ]);
});

test.each([null, '', 'https://x.example.com/?id=1', 'https://x.example.com/token=1', 'a?token=1'])(
  '%j gives no finding',
  (call_controller) => {
    expect(secretInWebhook.check(soundRow({ call_controller }), context)).toEqual([]);
  },
);
