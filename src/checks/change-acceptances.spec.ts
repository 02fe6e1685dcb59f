import { expect, test } from 'vitest';
import type { Acceptance } from './acceptance.ts';
import { addAcceptances, mergeAcceptances, removeAcceptance } from './change-acceptances.ts';

const one = (changes: Partial<Acceptance> = {}): Acceptance => ({
  rule: 'plain-http-webhook',
  number_sid: 'num-1',
  note: '',
  at: '2026-06-01T12:00:00.000Z',
  ...changes,
});
const forAll: Acceptance = { rule: 'plain-http-webhook', note: 'all', at: one().at };

test('an acceptance replaces an earlier one of the same rule and number', () => {
  const noted = one({ note: 'meant' });
  expect(addAcceptances([one(), forAll], [noted])).toEqual([forAll, noted]);
  expect(removeAcceptance([one(), forAll], noted)).toEqual([forAll]);
});

test('thousands of acceptances are added and merged at once', () => {
  const many = Array.from({ length: 20_000 }, (_, at) => one({ number_sid: `num-${at}` }));
  const all = addAcceptances([forAll, one({ number_sid: 'num-7', note: 'before' })], many);
  expect(all).toEqual([forAll, ...many]);
  expect(mergeAcceptances(all, many)).toEqual({ acceptances: all, taken: 0 });
});

test('a merge keeps the later of two acceptances, and all that were here', () => {
  const later = one({ note: 'later', at: '2026-07-01T12:00:00.000Z' });
  const earlier = one({ note: 'earlier', at: '2026-05-01T12:00:00.000Z' });
  expect(mergeAcceptances([one(), forAll], [later])).toEqual({
    acceptances: [forAll, later],
    taken: 1,
  });
  expect(mergeAcceptances([one(), forAll], [earlier, one()])).toEqual({
    acceptances: [one(), forAll],
    taken: 0,
  });
  expect(mergeAcceptances([], [earlier, later])).toEqual({ acceptances: [later], taken: 1 });
});
