import { expect, test } from 'vitest';
import { readAddress } from '../address/query-string.ts';
import type { PastedFilter } from '../list/pasted-rows.ts';
import { countFilters } from './active-filters.ts';

const count = (search: string, pasted: PastedFilter | null = null) =>
  countFilters(readAddress(search).values, pasted);

test('a filter counts once, also with several values', () => {
  expect(count('')).toBe(0);
  expect(count('?type=local,mobile')).toBe(1);
  expect(count('?type=mobile&voice=false&check=error&rented=2020-01..2020-02')).toBe(4);
});

test('a search, a sort and open details are no filters', () => {
  expect(count('?q=44&sort=-created&open=447700900000&view=Mine')).toBe(0);
  expect(count('?number=447700900000')).toBe(0);
});

test('the pasted list counts as one filter, however many numbers it has', () => {
  const pasted = { lines: new Set(['447700900000', '447700900001']), key: 'pasted-1' };
  expect(count('', pasted)).toBe(1);
  expect(count('?type=mobile', pasted)).toBe(2);
});
