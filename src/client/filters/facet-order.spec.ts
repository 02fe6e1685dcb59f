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

test('values of other lists are ordered by the most rows they had', () => {
  const order = openFacet();
  order('abbccc');
  expect(order('dd')).toBe('dcba');
  expect(order('eeeecccc', { list: 'other' })).toBe('cebda');
});

test('rows that change in place move nothing', () => {
  const order = openFacet();
  expect(order('aab')).toBe('ab');
  expect(order('abb')).toBe('ab');
  expect(order('abb', { isWhole: true })).toBe('ab');
});

test('a list without rows keeps the order from before', () => {
  const order = openFacet();
  order('bbbba', { list: 'all' });
  expect(order('aab', { list: 'mobile' })).toBe('ab');
  expect(order('', { list: 'none' })).toBe('ab');
});

test('a facet that is held from the first has an order, and a walk begun again leaves nothing', () => {
  const order = openFacet();
  expect(order('bacc', { isHeld: true })).toBe('cab');
  expect(order('bacccddddd', { isKept: false })).toBe('dcab');
  expect(order('bacc', { isKept: false, isHeld: true })).toBe('cab');
});

test('an order that did not change is the same list, which is not drawn again', () => {
  const orderOf = createFacetOrder();
  const counts = new Map([['a', 1]]);
  const rows = { list: '', counts, loaded: 3, isWhole: false, isKept: true, isHeld: false };
  const first = orderOf(rows, String);
  expect(orderOf({ ...rows, loaded: 4 }, String)).toBe(first);
});
