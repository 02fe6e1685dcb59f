import { expect, test } from 'vitest';
import { readNumber } from '#numbering/read-number.ts';
import { isOtherName, nameBeside } from './beside-number.ts';
import { readList } from './read-list.ts';

const besideIn = (text: string) => {
  const list = readList(text, { read: readNumber, isRented: () => false, country: null });
  return [...list.numbers.values()].map(({ beside }) => beside);
};

test.each([
  ['Sales UK; +44 20 7946 0958', ['Sales UK']],
  ['Sales UK\t442079460958\tLondon', ['Sales UK', 'London']],
  ['"Müller, Anna";442079460958', ['Müller, Anna']],
  ['"The ""Desk""";442079460958', ['The "Desk"']],
  ['Anna Smith +44 20 7946 0958 (mobile)', ['Anna Smith']],
  ['Sales (UK) (+44 20 7946 0958)', ['Sales (UK)']],
  ['"Anna" <+44 20 7946 0958>', ['Anna']],
  ['Anna: +44 20 7946 0958', ['Anna']],
  ['(Anna Smith +44 20 7946 0958)', ['Anna Smith']],
  [`${'a'.repeat(150)};442079460958`, ['a'.repeat(100)]],
  ['+44 20 7946 0958 - Night line', ['Night line']],
  ['שרה;442079460958', ['שרה']],
  ['=SUM(A1);442079460958', ['=SUM(A1)']],
  ['Tel: +44 20 7946 0958', []],
  ['Phone;442079460958', []],
  ['442079460958', []],
  ['12;442079460958;2024-01-31;19.90;EUR 4;31 Jan 2024', []],
  ['anna@example.org;442079460958;https://example.org/a', []],
  ['TEL;TYPE=CELL:+442079460958', []],
])('%j has %j beside its number', (line, beside) => {
  expect(besideIn(line)).toEqual([beside]);
});

test('numbers of one line share its texts, and a repeated number has all of its texts', () => {
  expect(besideIn('Anna;+44 20 7946 0958;+1 212 555 0123')).toEqual([['Anna'], ['Anna']]);
  expect(besideIn('Anna;442079460958\nBob;442079460958\nAnna;442079460958')).toEqual([
    ['Anna', 'Bob'],
  ]);
});

test('our own name is found among the texts, however it is spaced or cased', () => {
  expect(nameBeside(['London', 'SALES uk'], 'Sales UK')).toBe('SALES uk');
  expect(nameBeside(['London', 'Support'], 'Sales UK')).toBe('London, Support');
  expect(nameBeside(['London'], null)).toBe('London');
  expect(nameBeside([], 'Sales UK')).toBeNull();
  expect(isOtherName(['London', 'Sales UK'], ' sales  uk')).toBe(false);
  expect(isOtherName(['London'], 'Sales UK')).toBe(true);
  expect(isOtherName(['London'], null)).toBe(true);
  expect(isOtherName([], 'Sales UK')).toBe(false);
});
