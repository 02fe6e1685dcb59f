import { expect, test } from 'vitest';
import { context, soundRow } from '../test-row.ts';
import { passwordInWebhook } from './password-in-webhook.ts';

test.each([
  'https://ann:hunter2@x.example.com/a',
  'https://hunter2@x.example.com/a',
  'https://:hunter2@x.example.com/hunter2?hunter2',
])('%s is shown redacted', (call_controller) => {
  expect(passwordInWebhook.check(soundRow({ call_controller }), context)).toEqual([
    {
      field: 'call_controller',
      message:
        'The call controller holds credentials (https://•••@x.example.com): everyone who may list the numbers reads them, and they end up in logs and exports.',
    },
  ]);
});

test.each([null, '', 'https://x.example.com/a@b', 'https://x.example.com/?a:b@c', 'sip:a:b@c'])(
  '%j gives no finding',
  (call_controller) => {
    expect(passwordInWebhook.check(soundRow({ call_controller }), context)).toEqual([]);
  },
);
