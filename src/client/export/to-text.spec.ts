import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnIds, exportFields } from '../fields/columns.tsx';
import { anyRow, rentedNumber } from '../fields/test-rows.ts';
import { plainTable, whole } from './test-table.ts';
import { joinCells, rowParts, rowsPerPart, toCsv, toJson, toTsv } from './to-text.ts';

const parseCsv = (text: string): string[][] => parse(text, { recordDelimiter: '\r\n' });

const fields = exportFields(columnIds);
const signs = [...'=+-@＝＋－＠'];
const dangerous = [...signs, ...'\t\r\n\0'];
const separators = [...',;|\t\r\n\v\f\u0085\u2028\u2029'];
const cellOf = (name: string) =>
  parseCsv(whole(toCsv(plainTable([rentedNumber({ name })], ['name']))))[1]?.[0];

/** Texts made of the characters that matter to CSV, and any other text. */
const anyName = fc.oneof(
  fc.array(fc.constantFrom(...dangerous, ...separators, '"', "'", ' ', '\u00a0', '\u200b', 'a'), {
    maxLength: 12,
  }),
  fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }),
);

test('S32 every cell comes back, but for apostrophes where a formula sign is', () => {
  const bare = (text: string) => text.replaceAll("'", '');
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 5 }), (rows) => {
      const [header, ...records] = parseCsv(whole(toCsv(plainTable(rows, fields))));
      expect(header).toEqual(fields);
      expect(records).toHaveLength(rows.length);
      for (const [at, row] of rows.entries()) {
        for (const [column, field] of fields.entries()) {
          const cell = records[at]?.[column] ?? '';
          const text = String(row[field] ?? '');
          expect(bare(cell)).toBe(bare(text));
          if (!/[=+\-@＝＋－＠\t\r\n\0]/.test(text) || field === 'number') expect(cell).toBe(text);
        }
      }
    }),
  );
});

describe('S32 a cell a spreadsheet could run', () => {
  test.each(dangerous)('%j in front gets an apostrophe', (sign) => {
    expect(cellOf(`${sign}cmd /C calc'!A0`)).toBe(`'${sign}cmd /C calc'!A0`);
    expect(cellOf(sign)).toBe(`'${sign}`);
    expect(cellOf(`a${sign}`)).toBe(`a${sign}`);
  });

  test.each([
    [' =1', "' =1"],
    ['\u00a0\u200b+1', "'\u00a0\u200b+1"],
    ['"=1"', `'"=1"`],
    ["'=1", "'=1"],
    ['a =1', 'a =1'],
  ])('%j becomes %j', (text, guarded) => {
    expect(cellOf(text)).toBe(guarded);
  });
});

describe('W8 readers that split at something else', () => {
  const line = (name: string) =>
    whole(toCsv(plainTable([rentedNumber({ name })], ['name', 'mode'])));

  test.each(separators)('a cell with %j is quoted', (separator) => {
    expect(line(`a${separator}b`)).toBe(`name,mode\r\n"a${separator}b",xml\r\n`);
  });

  test.each(signs)('%j behind a separator gets an apostrophe of its own', (sign) => {
    for (const separator of separators) {
      expect(cellOf(`Desk${separator}${sign}1+1`)).toBe(`Desk${separator}'${sign}1+1`);
      expect(cellOf(`Desk${separator} "${sign}1${separator}b`)).toBe(
        `Desk${separator} "'${sign}1${separator}b`,
      );
    }
  });

  test('a sign inside a word or between spaces is left alone', () => {
    for (const name of ['Smith-Jones; B', 'a, b - c', 'x@example.com, y', 'Desk; 1+1']) {
      expect(cellOf(name)).toBe(name);
    }
  });

  test('whatever they split at, and however they read quotes, no piece is a formula', () => {
    fc.assert(
      fc.property(anyName, (parts) => {
        const name = parts.join('');
        for (const piece of line(name).split(/[,;|\t\r\n\v\f\u0085\u2028\u2029]/)) {
          expect(piece.replace(/^[\s\p{Cc}\p{Cf}"]*/u, '')).not.toMatch(/^[=+\-@＝＋－＠]/);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('S32 number', () => {
  const numberCell = (number: string) =>
    parseCsv(whole(toCsv(plainTable([rentedNumber({ number })], ['number']))))[1];

  test.each(['447480600503', '+447480600503'])('%s is left as it is', (number) => {
    expect(numberCell(number)).toEqual([number]);
  });

  test.each(['+1+1', '=44', '+', '-44', '+44\n', '+44 1'])('%j is guarded', (number) => {
    expect(numberCell(number)).toEqual([`'${number}`]);
  });

  test('only the field itself: the same digits in a name are text', () => {
    expect(cellOf('+447480600503')).toBe("'+447480600503");
  });
});

test('fields in the order asked for; without rows only the header', () => {
  const row = rentedNumber({ name: 'Desk', voice: true, endpoint_sid: null });
  expect(whole(toCsv(plainTable([row], ['voice', 'endpoint_sid', 'name'])))).toBe(
    'voice,endpoint_sid,name\r\ntrue,,Desk\r\n',
  );
  expect(whole(toCsv(plainTable([], ['number', 'name'])))).toBe('number,name\r\n');
});

const parseTsv = (text: string): string[][] =>
  parse(text, { delimiter: '\t', recordDelimiter: '\n' });

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
        const [header, ...lines] = parseTsv(whole(toTsv(plainTable(rows, fields))));
        expect(header).toEqual(fields);
        expect(lines.map((line) => line.map(bare))).toEqual(
          rows.map((row) => fields.map((field) => bare(String(row[field] ?? '')))),
        );
      }),
    );
  });
});

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

test('every row is in one part, in order, and no part is longer than it may be', () => {
  for (const count of [0, 1, rowsPerPart, rowsPerPart + 1, 3 * rowsPerPart - 1]) {
    const parts = [...rowParts(count, (row) => `${row} `)];
    expect(parts).toHaveLength(Math.ceil(count / rowsPerPart));
    expect(parts.join('')).toBe(Array.from({ length: count }, (_, row) => `${row} `).join(''));
  }
});

test('cells are joined in their order', () => {
  const line = joinCells([(row) => `a${row}`, () => '', (row) => `c${row}`], ';');
  expect(line(7)).toBe('a7;;c7');
  expect(joinCells([], ';')(7)).toBe('');
});
