import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rentedNumber } from '../fields/test-rows.ts';
import { openIndexOf, openKey } from './open-row.ts';

const row = (number_sid: string, number: string) => rentedNumber({ number_sid, number });

test('a row is opened by its number, and found by number or SID', () => {
  const rows = [row('num1', '4471'), row('num2', '+4472')];
  expect(rows.map((one) => openKey(one, { rows }))).toEqual(['4471', '+4472']);
  expect(openIndexOf(rows, '+4472')).toBe(1);
  expect(openIndexOf(rows, 'num2')).toBe(1);
});

test('no key, and a key of no row, are nowhere', () => {
  expect(openIndexOf([row('num1', '4471')], null)).toBe(-1);
  expect(openIndexOf([row('num1', '4471')], '4472')).toBe(-1);
});

test('every row can be opened in any order of the rows, also one of two with the same number', () => {
  const anyRows = fc.array(fc.constantFrom('4471', '+4471', '4472'), { maxLength: 6 });
  fc.assert(
    fc.property(anyRows, (numbers) => {
      const rows = numbers.map((number, at) => row(`num${at}`, number));
      const shown = rows.toReversed();
      for (const [at, one] of shown.entries())
        expect(openIndexOf(shown, openKey(one, { rows }))).toBe(at);
    }),
  );
});
