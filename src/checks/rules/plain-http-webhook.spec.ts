import { expect, test } from 'vitest';
import { context, soundRow } from '../test-row.ts';
import { plainHttpWebhook } from './plain-http-webhook.ts';

test.each(['call_controller', 'msg_controller'] as const)('%s over http', (field) => {
  const row = soundRow({ [field]: 'HTTP://hooks.example.org/x' });
  expect(plainHttpWebhook.check(row, context)).toEqual([
    { field, message: expect.stringMatching(/on hooks\.example\.org is asked over plain http/) },
  ]);
});

test.each([null, '', 'https://x.example.com', 'http://', 'ftp://x.example.com'])(
  '%j gives no finding',
  (call_controller) => {
    expect(plainHttpWebhook.check(soundRow({ call_controller }), context)).toEqual([]);
  },
);
