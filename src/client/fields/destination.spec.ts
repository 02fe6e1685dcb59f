import { describe, expect, test } from 'vitest';
import {
  destinationOnPaper,
  destinationText,
  messageDestination,
  voiceDestination,
} from './destination.ts';
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
  expect(voice({ ...trunk, endpoint_sid: null })).toEqual({ kind: 'nowhere' });
  expect(voice({ ...trunk, endpoint_sid: null, voice: false })).toEqual({ kind: 'off' });
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

test('a destination is one text in the table, and none where nothing is set', () => {
  const text = (changes: Parameters<typeof rentedNumber>[0]) => destinationText(voice(changes));
  expect(text({ call_controller: 'https://x.example/ivr?a=1' })).toBe('x.example/ivr?a=1');
  expect(text({ call_app_sid: 'app1' })).toBe('app · app1');
  expect(text({ mode: 'end_point', endpoint_sid: 'end1' })).toBe('endpoint · end1');
  expect(text({})).toBeNull();
  expect(text({ voice: false })).toBeNull();
});

test.each([
  ['https://x.example/ivr', 'https://x.example/ivr'],
  ['https://user:secret@x.example/ivr', 'https://…@x.example/ivr'],
  ['HTTPS://user:secret@x.example', 'HTTPS://…@x.example'],
  ['svn+ssh2://user:secret@x.example', 'svn+ssh2://…@x.example'],
  ['//user:secret@x.example/ivr', '//…@x.example/ivr'],
  ['https://x.example/@desk', 'https://x.example/@desk'],
  ['https://x.example?to=me@x.example', 'https://x.example?…'],
  ['https://x.example/ivr?key=secret&more#part', 'https://x.example/ivr?…'],
  ['https://x.example/ivr?key=a\nb', 'https://x.example/ivr?…'],
  ['https://x.example/ivr#secret', 'https://x.example/ivr#…'],
  ['https://x.example/ivr?', 'https://x.example/ivr?'],
  ['see https://user:secret@x.example', 'see https://user:secret@x.example'],
])('%s is %s on paper', (call_controller, onPaper) => {
  expect(destinationOnPaper(voice({ call_controller }))).toBe(onPaper);
});

test('identifiers are in full on paper, and what is missing is said', () => {
  const onPaper = (changes: Parameters<typeof rentedNumber>[0]) =>
    destinationOnPaper(voice(changes));
  expect(onPaper({ call_app_sid: 'app1' })).toBe('app app1');
  expect(onPaper({ mode: 'end_point', endpoint_sid: 'end1' })).toBe('endpoint end1');
  expect(onPaper({})).toBe('nowhere');
  expect(onPaper({ voice: false })).toBe('');
});
