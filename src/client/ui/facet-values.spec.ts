import { expect, test } from 'vitest';
import { facetValues, shownFirst } from './facet-values.ts';

const label = (value: string) =>
  ({ GB: 'United Kingdom', EE: 'Estonia', DE: 'Germany' })[value] ?? '';

test('ordered values come first, the others by their label; the counts are those of now', () => {
  expect(facetValues(['GB'], ['EE', 'DE', 'GB'], new Map([['EE', 9]]), label)).toEqual([
    { value: 'GB', count: 0 },
    { value: 'EE', count: 9 },
    { value: 'DE', count: 0 },
  ]);
});

test('a value that the API cannot filter by is not offered', () => {
  expect(facetValues(['', 'GB'], [], new Map(), label)).toEqual([{ value: 'GB', count: 0 }]);
});

const facet = (text: string) =>
  [...text].map((value) => ({ value, count: value === value.toUpperCase() ? 1 : 0 }));
const shown = (text: string, selected = '') =>
  shownFirst(facet(text), [...selected], 3)
    .map(({ value }) => value)
    .join('');

test('the first values are shown, and values with rows behind them, in their order', () => {
  expect(shown('ABCDEF')).toBe('ABC');
  expect(shown('abcdef')).toBe('abc');
  expect(shown('abcdEf')).toBe('abcE');
  expect(shown('aBcDEF')).toBe('aBcDE');
  expect(shown('abcDEFG')).toBe('abcDEF');
});

test('a selected value is shown wherever it stands', () => {
  expect(shown('ABCDef', 'f')).toBe('ABCf');
});
