import { expect, test } from 'vitest';
import { readAddress } from '../address/query-string.ts';
import { rentedNumber } from '../fields/test-rows.ts';
import type { PastedFilter } from '../list/pasted-rows.ts';
import { createRowSet } from '../list/row-set.ts';
import { activeFilters, countFilters, pastedFilter } from './active-filters.ts';

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

test('an active filter is named with its value in words, as the rows call a country', () => {
  const set = createRowSet([rentedNumber({ country_code: 'QQ', country_name: 'Atlantis' })]);
  const { values } = readAddress('?country_code=QQ,GB&voice=false&q=desk&sort=-created');
  expect(activeFilters(values, set)).toEqual([
    {
      name: 'country_code',
      label: 'Country',
      value: 'Atlantis (QQ) or United Kingdom',
      isVerbatim: false,
    },
    { name: 'voice', label: 'Voice', value: 'No', isVerbatim: false },
    { name: 'q', label: 'Contains', value: 'desk', isVerbatim: true },
  ]);
  expect(activeFilters({}, set)).toEqual([]);
});

test('the pasted list is named with the count of its numbers', () => {
  const pasted = { lines: new Set(['447700900000', '447700900001']), key: 'pasted-1' };
  expect(pastedFilter(pasted)).toEqual([
    { name: 'pasted', label: 'Pasted list', value: '2 numbers', isVerbatim: false },
  ]);
  expect(pastedFilter(null)).toEqual([]);
});
