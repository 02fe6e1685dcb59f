import { expect, test } from 'vitest';
import { context, soundRow } from '../test-row.ts';
import { sipWithoutVoice } from './sip-without-voice.ts';

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
  expect(sipWithoutVoice.check(soundRow({ voice: false, mode: 'end_point' }), context)).toEqual([]);
});
