import { expect, test } from 'vitest';
import { context, soundRow } from '../test-row.ts';
import { unusableWebhook } from './unusable-webhook.ts';

test.each([
  ['hunter2', 'is not a URL, so'],
  ['//x.example.com', 'is not a URL, so'],
  ['https://user:hunter2@[::1', 'is not a URL, so'],
  ['ftp://user:hunter2@x.example.com', 'is a ftp address, not an http or https one'],
  ['sip:hunter2@x.example.com', 'is a sip address, not an http or https one'],
  ['x.example.com:8080/hunter2', 'does not begin with http:// or https://'],
  ['javascript:hunter2()', 'does not begin with http:// or https://'],
])('%s is reported without its text', (msg_controller, words) => {
  const [remark] = unusableWebhook.check(soundRow({ msg_controller }), context);
  expect(remark?.field).toBe('msg_controller');
  expect(remark?.message).toContain(words);
  expect(remark?.message).not.toContain('hunter2');
});

test.each([null, '', ' ', 'https://x.example.com', 'http://10.0.0.1'])(
  '%j gives no finding',
  (call_controller) => {
    expect(unusableWebhook.check(soundRow({ call_controller }), context)).toEqual([]);
  },
);
