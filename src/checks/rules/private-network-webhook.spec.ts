import { expect, test } from 'vitest';
import { context, documentedRow, soundRow } from '../test-row.ts';
import { privateNetworkWebhook } from './private-network-webhook.ts';

test("the row of the vendor's documentation gives a finding", () => {
  expect(privateNetworkWebhook.level).toBe('warning');
  expect(privateNetworkWebhook.check(documentedRow, context)).toEqual([
    {
      field: 'msg_controller',
      message:
        'The message controller is on 172.16.102.175:8082, a private address (RFC 1918): Apifonica cannot reach it over the Internet, so message events never arrive.',
    },
  ]);
});

test.each([
  ['http://127.0.0.1/x', 'on 127.0.0.1, a loopback address (RFC 1122)'],
  ['https://0x7f.1/', 'on 127.0.0.1, a loopback address (RFC 1122)'],
  ['https://[::ffff:10.0.0.1]/', 'on [::ffff:a00:1], a private address (RFC 1918)'],
  ['http://169.254.169.254/latest/meta-data', "a cloud machine's metadata service"],
  ['http://metadata.google.internal/', "a cloud machine's metadata service"],
  ['http://localhost:3000/hook', 'on localhost:3000, a name of the machine itself (RFC 6761)'],
  ['https://hooks', 'on hooks, a name without a domain'],
])('%s gives a finding', (call_controller, words) => {
  const [remark] = privateNetworkWebhook.check(soundRow({ call_controller }), context);
  expect(remark).toMatchObject({ field: 'call_controller' });
  expect(remark?.message).toContain(words);
  expect(remark?.message).toMatch(/so incoming calls get no instructions\.$/);
});

test('both controllers are looked at', () => {
  const changes = { call_controller: 'http://10.0.0.1', msg_controller: 'http://10.0.0.2' };
  expect(privateNetworkWebhook.check(soundRow(changes), context)).toHaveLength(2);
});

test.each([null, '', 'https://hooks.example.com/x', 'not a url', 'sip:a@10.0.0.1'])(
  '%j gives no finding',
  (call_controller) => {
    expect(privateNetworkWebhook.check(soundRow({ call_controller }), context)).toEqual([]);
  },
);
