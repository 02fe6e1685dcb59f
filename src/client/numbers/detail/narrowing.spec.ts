import { expect, test } from 'vitest';
import { rentedNumber } from '../test-rows.ts';
import { detailGroups } from './fields.ts';
import { narrowings, narrowingWords } from './narrowing.ts';

test('each is of a field in the details', () => {
  const row = rentedNumber();
  const fields = detailGroups(row).flatMap(({ title, fields }) =>
    fields.map(({ label }) => `${title} ${label}`),
  );
  expect(fields).toEqual(expect.arrayContaining(Object.keys(narrowings(row))));
});

test('a value that is not set, or too long to search for, narrows nothing', () => {
  const row = rentedNumber({ name: '', call_controller: 'x'.repeat(101) });
  expect(narrowings(row)['Identity Name']).toBeUndefined();
  expect(narrowings(row)['Voice Controller']).toBeUndefined();
});

test('a filter and a search are told apart', () => {
  expect(narrowingWords({ type: ['local'] }, 'type')).toBe('Show only numbers with this type');
  expect(narrowingWords({ q: 'a' }, 'name')).toBe('Search for numbers with this name');
});
