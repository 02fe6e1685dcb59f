import { describe, expect, test } from 'vitest';
import { context, documentedRow, soundRow } from '../test-row.ts';
import {
  controllerOfDisabledCapability,
  getForEvents,
  plainHttpWebhook,
  privateNetworkWebhook,
  unusableWebhook,
} from './webhooks.ts';

describe('unusable-webhook', () => {
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
});

describe('private-network-webhook', () => {
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
});

describe('plain-http-webhook', () => {
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
});

describe('controller-of-disabled-capability', () => {
  const check = (changes: Parameters<typeof soundRow>[0]) =>
    controllerOfDisabledCapability.check(soundRow(changes), context);

  test('a controller whose capability is off is never asked', () => {
    expect(check({ voice: false })).toEqual([
      {
        field: 'call_controller',
        message: 'The call controller is never asked: voice is off for this number.',
      },
    ]);
    expect(check({ messaging: false })).toEqual([
      {
        field: 'msg_controller',
        message: 'The message controller is never asked: messaging is off for this number.',
      },
    ]);
    expect(check({ voice: false, messaging: false, call_controller: 'no url' })).toHaveLength(2);
  });

  test.each([
    {},
    { voice: false, call_controller: '' },
    { messaging: false, msg_controller: null },
  ])('%j gives no finding', (changes) => {
    expect(check(changes)).toEqual([]);
  });
});

describe('get-for-events', () => {
  test.each(['GET', 'get'])('%s with a message controller', (msg_method) => {
    const remarks = getForEvents.check(soundRow({ msg_method }), context);
    expect(remarks).toEqual([
      { field: 'msg_method', message: expect.stringMatching(/^Message events are sent with GET/) },
    ]);
    expect(getForEvents.check(documentedRow, context)).toEqual(remarks);
  });

  test.each([
    { msg_method: 'POST' },
    { msg_method: null },
    { msg_method: 'GET', msg_controller: '' },
    { call_method: 'GET' },
  ])('%j gives no finding', (changes) => {
    expect(getForEvents.check(soundRow(changes), context)).toEqual([]);
  });
});
