import { expect, test } from 'vitest';
import { createFacetOrder, type FacetRows } from './facet-order.ts';

/** A facet whose rows are written as one letter each. */
function openFacet() {
  const orderOf = createFacetOrder();
  return (rows: string, how: Partial<FacetRows> = {}) => {
    const counts = new Map<string, number>();
    for (const value of rows) counts.set(value, (counts.get(value) ?? 0) + 1);
    const loaded = rows.length;
    const list = { list: '', counts, loaded, isWhole: false, isKept: true, isHeld: false };
    return orderOf({ ...list, ...how }, (value) => value).join('');
  };
}

test('the most rows come first, equals by their label', () => {
  expect(openFacet()('bacc')).toBe('cab');
});

test('the order stays until the list has doubled or is whole; new values come last', () => {
  const order = openFacet();
  expect(order('aabc')).toBe('abc');
  expect(order('aabcccd')).toBe('abcd');
  expect(order('aabcccdd')).toBe('cadb');
  expect(order('aabcccddbbbb', { isWhole: true })).toBe('bcad');
});

test('values of other lists stay, and the order follows the list that is here', () => {
  const order = openFacet();
  order('aaabbc');
  expect(order('dd')).toBe('dabc');
});

test('another list of as many rows has its own order, and so has the first one after it', () => {
  const order = openFacet();
  expect(order('aaab', { list: 'all' })).toBe('ab');
  expect(order('abbb', { list: 'mobile' })).toBe('ba');
  expect(order('aaab', { list: 'all' })).toBe('ab');
});

test('a list that the facet filters itself moves nothing, and neither does the list before it', () => {
  const order = openFacet();
  order('aaab', { list: 'all' });
  expect(order('bbbbbbbbb', { list: 'b', isHeld: true })).toBe('ab');
  expect(order('aaab', { list: 'all' })).toBe('ab');
});

test('what a walk brought that was given up neither stays nor orders', () => {
  const order = openFacet();
  order('ab');
  // Not doubled yet.
  const before = order('abb');
  expect(before).toBe('ab');
  expect(order('abbbbccccc', { isKept: false })).toBe('cba');
  expect(order('abb')).toBe(before);
});

test('while it is held nothing moves, and what was given up meanwhile is gone', () => {
  const order = openFacet();
  order('aab');
  const walk = { isKept: false, isHeld: true };
  expect(order('aabbbb', walk)).toBe('ab');
  expect(order('aabbbbdc', walk)).toBe('abcd');
  expect(order('aabbbbdcccccbee', walk)).toBe('abcde');
  expect(order('aab', { isHeld: true })).toBe('ab');
  expect(order('aabbbbdcccccbee', { isWhole: true })).toBe('bcaed');
});
