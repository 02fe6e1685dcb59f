import { describe, expect, test } from 'vitest';
import { context, documentedRow, soundRow } from '../test-row.ts';
import {
  callsGoNowhere,
  endpointWithoutTrunk,
  messagesGoNowhere,
  noCapability,
  sipWithoutVoice,
  trunkWithoutEndpoint,
  twoApplications,
} from './routing.ts';

describe('calls-go-nowhere', () => {
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

  test.each([null, ''])(
    'a missing application (%j) is not called a placeholder',
    (call_app_sid) => {
      const [remark] = check({ call_app_sid });
      expect(remark?.message).toMatch(/ and no application\.$/);
    },
  );

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
});

describe('messages-go-nowhere', () => {
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
});

describe('trunk-without-endpoint', () => {
  const check = (mode: string | null, endpoint_sid: string | null) =>
    trunkWithoutEndpoint.check(soundRow({ mode, endpoint_sid }), context);

  test.each([null, ''])('end_point mode with the endpoint %j', (endpoint_sid) => {
    expect(check('end_point', endpoint_sid)).toEqual([
      { field: 'endpoint_sid', message: expect.stringMatching(/^Calls have nowhere to go/) },
    ]);
  });

  test.each([
    ['end_point', 'end1'],
    ['xml', null],
    ['sip_phone', ''],
    [null, null],
  ])('%s mode with %j gives no finding', (mode, endpoint_sid) => {
    expect(check(mode, endpoint_sid)).toEqual([]);
  });
});

describe('endpoint-without-trunk', () => {
  const check = (mode: string | null, endpoint_sid: string | null) =>
    endpointWithoutTrunk.check(soundRow({ mode, endpoint_sid }), context);

  test.each([
    ['xml', 'mode is xml'],
    ['sip_phone', 'mode is sip_phone'],
    [null, 'no mode is set'],
    ['', 'no mode is set'],
  ])('an endpoint in %j mode', (mode, words) => {
    expect(check(mode, 'end1')).toEqual([
      { field: 'mode', message: expect.stringContaining(`gets no calls: ${words}`) },
    ]);
  });

  test.each([
    ['end_point', 'end1'],
    ['end_point', null],
    ['xml', null],
    ['xml', ''],
  ])('%s mode with %j gives no finding', (mode, endpoint_sid) => {
    expect(check(mode, endpoint_sid)).toEqual([]);
  });
});

describe('sip-without-voice', () => {
  test.each([
    [{ mode: 'sip_phone' }, 'linked to phones'],
    [{ type: 'sip' }, 'is a SIP number'],
    [{ type: 'sip', mode: 'sip_phone' }, 'linked to phones'],
  ])('%j with voice off', (changes, words) => {
    expect(sipWithoutVoice.check(soundRow({ ...changes, voice: false }), context)).toEqual([
      { field: 'voice', message: expect.stringContaining(words) },
    ]);
    expect(sipWithoutVoice.check(soundRow(changes), context)).toEqual([]);
  });

  test('any other number may be without voice', () => {
    expect(sipWithoutVoice.check(soundRow({ voice: false, mode: 'end_point' }), context)).toEqual(
      [],
    );
  });
});

describe('no-capability', () => {
  test.each([
    [false, false, ['voice']],
    [true, false, []],
    [false, true, []],
    [true, true, []],
  ])('voice %s and messaging %s: %j', (voice, messaging, fields) => {
    const remarks = noCapability.check(soundRow({ voice, messaging }), context);
    expect(remarks.map(({ field }) => field)).toEqual(fields);
  });
});

describe('two-applications', () => {
  test.each([
    ['app1', 'app2', 1],
    ['app1', 'app1', 1],
    ['app1', 'default_msg_app_sid', 0],
    ['default_call_app_sid', 'app2', 0],
    ['app1', null, 0],
    ['', 'app2', 0],
    ['default_call_app_sid', 'default_msg_app_sid', 0],
  ])('%s and %s: %i', (call_app_sid, msg_app_sid, count) => {
    const remarks = twoApplications.check(soundRow({ call_app_sid, msg_app_sid }), context);
    expect(remarks.map(({ field }) => field)).toEqual(Array(count).fill('msg_app_sid'));
  });

  test('the documented row, with a placeholder as one application, gives no finding', () => {
    expect(twoApplications.check(documentedRow, context)).toEqual([]);
  });
});
