import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnIds, exportFields } from '../fields/columns.tsx';
import { anyRow, rentedNumber } from '../fields/test-rows.ts';
import { plainTable, whole } from './test-table.ts';
import { toJson } from './to-json.ts';

const fields = exportFields(columnIds);

test('every field asked for comes back with its type, and no other', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 5 }), fc.subarray(fields), (rows, asked) => {
      const expected = rows.map((row) =>
        Object.fromEntries(asked.map((field) => [field, row[field]])),
      );
      expect(JSON.parse(whole(toJson(plainTable(rows, asked))))).toEqual(expected);
    }),
  );
});

test('one row a line', () => {
  const rows = [rentedNumber({ name: 'a\nb' }), rentedNumber({ name: null })];
  expect(whole(toJson(plainTable(rows, ['name', 'voice'])))).toBe(
    '[\n{"name":"a\\nb","voice":false},\n{"name":null,"voice":false}\n]\n',
  );
  expect(whole(toJson(plainTable([], fields)))).toBe('[]\n');
});
