import { describe, expect, test } from 'vitest';
import type { Acceptance } from './acceptance.ts';
import {
  addAcceptances,
  mergeAcceptances,
  removeAcceptance,
  revertAcceptances,
} from './change-acceptances.ts';

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

describe('taking a change back', () => {
  const of = (number_sid: string, note = '') => one({ number_sid, note });
  const before = [forAll, of('num-1', 'before'), of('num-2')];
  const after = addAcceptances(removeAcceptance(before, of('num-2')), [of('num-1'), of('num-3')]);
  const sorted = (all: readonly Acceptance[]) => all.map((each) => JSON.stringify(each)).toSorted();

  test('removes what it added, and puts back what it replaced or removed', () => {
    expect(sorted(revertAcceptances(after, { before, after }))).toEqual(sorted(before));
  });

  test('leaves what was accepted or taken back since, also in another tab', () => {
    const later = of('num-4', 'later');
    const again = of('num-3', 'with a better reason');
    const now = structuredClone(addAcceptances(removeAcceptance(after, forAll), [later, again]));
    expect(sorted(revertAcceptances(now, { before, after }))).toEqual(
      sorted([of('num-1', 'before'), of('num-2'), later, again]),
    );
  });

  test('puts nothing back over what was accepted since', () => {
    const again = of('num-2', 'with a reason now');
    const now = addAcceptances(after, [again]);
    expect(sorted(revertAcceptances(now, { before, after }))).toEqual(
      sorted([forAll, of('num-1', 'before'), again]),
    );
  });
});
