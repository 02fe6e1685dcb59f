import { expect, test } from 'vitest';
import { rentedNumber } from '../fields/test-rows.ts';
import { comparedText, compareNumbers } from './compare-numbers.ts';

const rows = [
  rentedNumber({ number_display: '+44 1', call_method: 'GET', name: null }),
  rentedNumber({ number_display: '+44 2', call_method: 'POST', name: '' }),
];
const fields = compareNumbers(rows).flatMap((group) => group.fields);

test('a field is different when the numbers say different things in it', () => {
  expect(fields.filter((field) => field.isDifferent).map(({ texts }) => texts)).toEqual([
    ['GET', 'POST'],
  ]);
});

test('not set and empty are the same', () => {
  expect(fields.find(({ label }) => label === 'Name')).toMatchObject({
    texts: [null, null],
    isDifferent: false,
  });
});

test('the text has a column for each number and says what differs', () => {
  const lines = comparedText(rows, compareNumbers(rows)).split('\n');
  expect(lines[0]).toBe('Field\t+441\t+442\tDiffers');
  expect(lines).toContain('Voice: Method\tGET\tPOST\tyes');
  expect(lines).toContain('Identity: Name\t\t\t');
});

test('W7 a value of the text stays in its cell, and is no formula', () => {
  const named = [rentedNumber({ name: '"Desk' }), rentedNumber({ name: '=1\tb' })];
  const lines = comparedText(named, compareNumbers(named));
  expect(lines).toContain(`\nIdentity: Name\t"""Desk"\t"'=1\tb"\tyes\n`);
});
