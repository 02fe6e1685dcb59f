import { expect, test } from 'vitest';
import { readAddress } from '../address/query-string.ts';
import { countFilters } from './active-filters.ts';

const count = (search: string) => countFilters(readAddress(search).values);

test('a filter counts once, also with several values', () => {
  expect(count('')).toBe(0);
  expect(count('?type=local,mobile')).toBe(1);
  expect(count('?type=mobile&voice=false&check=error&rented=2020-01..2020-02')).toBe(4);
});

test('a search, a sort and open details are no filters', () => {
  expect(count('?q=44&sort=-created&open=447700900000&view=Mine')).toBe(0);
  expect(count('?number=447700900000')).toBe(0);
});
