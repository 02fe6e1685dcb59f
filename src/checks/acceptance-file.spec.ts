import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Acceptance } from './acceptance.ts';
import { readAcceptances, writeAcceptances } from './acceptance-file.ts';

const sound = { rule: 'plain-http-webhook', note: 'behind a VPN', at: '2026-06-01T12:00:00.000Z' };
const fileOf = (...accepted: unknown[]) => JSON.stringify({ version: 1, accepted });

test('a written file is read back', () => {
  const anyAcceptance = fc.record(
    {
      rule: fc.constantFrom('plain-http-webhook', 'a-rule-of-tomorrow'),
      number_sid: fc.string({ minLength: 1 }),
      note: fc.string({ unit: 'grapheme' }),
      at: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01T00:00:00Z') }),
    },
    { requiredKeys: ['rule', 'note', 'at'] },
  );
  fc.assert(
    fc.property(fc.array(anyAcceptance), (drawn) => {
      const accepted = drawn.map((one) => ({ ...one, at: one.at.toISOString() })) as Acceptance[];
      expect(readAcceptances(writeAcceptances(accepted))).toEqual({ kind: 'read', accepted });
    }),
  );
});

test('unknown keys of an entry are left out', () => {
  const file = fileOf({ ...sound, by: 'ann' });
  expect(readAcceptances(file)).toEqual({ kind: 'read', accepted: [sound] });
});

test.each(['', '{', 'rule,note'])('%j is not JSON', (text) => {
  expect(readAcceptances(text)).toEqual({ kind: 'broken', reason: 'This file is not JSON.' });
});

test.each(['null', '[]', '{}', '{"version":2,"accepted":[]}', '{"version":1,"accepted":{}}'])(
  '%s is no file of acceptances',
  (text) => {
    expect(readAcceptances(text)).toEqual({
      kind: 'broken',
      reason: expect.stringMatching(/needs "version": 1 and a list "accepted"/),
    });
  },
);

const { note: _, ...withoutNote } = sound;

test.each([
  [withoutNote, 'entry 2 (plain-http-webhook): note is missing.'],
  [{ ...sound, note: 5 }, 'entry 2 (plain-http-webhook): note must be a text.'],
  [{ ...sound, note: 'x'.repeat(1001) }, 'note must have at most 1000 characters.'],
  [{ ...sound, at: 'yesterday' }, 'at must be a date and time in ISO 8601.'],
  [{ ...sound, number_sid: null }, 'number_sid must be a text.'],
  [{ ...sound, number_sid: '' }, 'number_sid must not be empty.'],
  [{ ...sound, rule: 'No Rule!' }, 'entry 2: rule must be the id of a rule.'],
  [{}, 'entry 2: rule is missing.'],
  ['plain-http-webhook', 'entry 2: it is not an object.'],
  [null, 'entry 2: it is not an object.'],
])('a faulty entry is named: %j', (entry, words) => {
  expect(readAcceptances(fileOf(sound, entry, sound))).toEqual({
    kind: 'broken',
    reason: expect.stringContaining(words),
  });
});

test('no text makes it throw', () => {
  const anyEntry = fc.oneof(fc.anything(), fc.record({ rule: fc.anything(), note: fc.anything() }));
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.array(anyEntry).map((all) => fileOf(...all)),
      ),
      (text) => {
        expect(['read', 'broken']).toContain(readAcceptances(text).kind);
      },
    ),
  );
});
