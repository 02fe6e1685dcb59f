import { describe, expect, test } from 'vitest';
import { messageDestination, voiceDestination } from './destination.ts';
import { rentedNumber } from './test-rows.ts';

const unset = {
  mode: 'xml',
  voice: true,
  messaging: true,
  endpoint_sid: null,
  call_controller: null,
  call_app_sid: null,
  msg_controller: null,
  msg_app_sid: null,
};
const voice = (changes: Parameters<typeof rentedNumber>[0]) =>
  voiceDestination(rentedNumber({ ...unset, ...changes }));
const messages = (changes: Parameters<typeof rentedNumber>[0]) =>
  messageDestination(rentedNumber({ ...unset, ...changes }));

test('a controller comes before an application', () => {
  const to = { kind: 'url', url: 'https://x.example/ivr?a=1', host: 'x.example', rest: '/ivr?a=1' };
  expect(voice({ call_controller: to.url, call_app_sid: 'app1' })).toEqual(to);
  expect(messages({ msg_controller: to.url, msg_app_sid: 'app1' })).toEqual(to);
});

test('an application comes where there is no controller', () => {
  expect(voice({ call_controller: '', call_app_sid: 'app1' })).toEqual({
    kind: 'application',
    sid: 'app1',
  });
  expect(messages({ msg_app_sid: 'app2' })).toEqual({ kind: 'application', sid: 'app2' });
});

test('the placeholder application is none: nowhere if on, off if not', () => {
  expect(voice({ call_app_sid: 'default_call_app_sid' })).toEqual({ kind: 'nowhere' });
  expect(messages({ msg_app_sid: 'default_msg_app_sid' })).toEqual({ kind: 'nowhere' });
  expect(voice({ voice: false, call_app_sid: 'default_call_app_sid' })).toEqual({ kind: 'off' });
  expect(messages({ messaging: false })).toEqual({ kind: 'off' });
});

test('trunk mode sends calls to the endpoint, and messages as before', () => {
  const trunk = { mode: 'end_point', endpoint_sid: 'end1', call_controller: 'http://x.example' };
  expect(voice(trunk)).toEqual({ kind: 'endpoint', sid: 'end1' });
  expect(voice({ ...trunk, endpoint_sid: null })).toMatchObject({ kind: 'url' });
  expect(voice({ ...trunk, mode: 'xml' })).toMatchObject({ kind: 'url' });
  expect(messages(trunk)).toEqual({ kind: 'nowhere' });
});

describe('the address of a controller', () => {
  test.each([
    ['http://172.16.102.175:8082/events', '172.16.102.175:8082', '/events'],
    ['https://x.example/', 'x.example', ''],
    ['https://x.example/?a=1', 'x.example', '?a=1'],
    ['https://user:secret@x.example/a', 'x.example', '/a'],
    ['not an address', 'not an address', ''],
  ])('%s', (call_controller, host, rest) => {
    expect(voice({ call_controller })).toEqual({ kind: 'url', url: call_controller, host, rest });
  });
});
