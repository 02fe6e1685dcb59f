import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnIds, exportFields } from '../fields/columns.tsx';
import { anyRow, rentedNumber } from '../fields/test-rows.ts';
import { plainTable, whole } from './test-table.ts';
import { toTsv } from './to-tsv.ts';

const fields = exportFields(columnIds);
const read = (text: string): string[][] => parse(text, { delimiter: '\t', recordDelimiter: '\n' });

test('a header of field names, one line a row, numbers as they are', () => {
  const rows = [
    rentedNumber({ name: 'Desk, 1; "2"', number: '+4471' }),
    rentedNumber({ name: null, number: '4472' }),
  ];
  expect(whole(toTsv(plainTable(rows, ['number', 'name', 'voice'])))).toBe(
    'number\tname\tvoice\n+4471\t"Desk, 1; ""2"""\tfalse\n4472\t\tfalse',
  );
});

describe('W7 text to paste', () => {
  test.each([
    ['"Desk', '"""Desk"'],
    ['Desk "1"', '"Desk ""1"""'],
    ['a\tb', '"a\tb"'],
    ['a\r\nb', '"a\r\nb"'],
    ['a\rb', '"a\rb"'],
    ['a\u2028b', '"a\u2028b"'],
    ['Smith, Bob; 1|2', 'Smith, Bob; 1|2'],
    ['=1+1', "'=1+1"],
    ['+4471', "'+4471"],
    ['a\t=1+1', `"a\t'=1+1"`],
  ])('%j is written as %j', (name, cell) => {
    expect(whole(toTsv(plainTable([rentedNumber({ name })], ['name'])))).toBe(`name\n${cell}`);
  });

  test('no cell swallows another: each comes back in its place', () => {
    const bare = (text: string) => text.replaceAll("'", '');
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1, maxLength: 5 }), (rows) => {
        const [header, ...lines] = read(whole(toTsv(plainTable(rows, fields))));
        expect(header).toEqual(fields);
        expect(lines.map((line) => line.map(bare))).toEqual(
          rows.map((row) => fields.map((field) => bare(String(row[field] ?? '')))),
        );
      }),
    );
  });
});
