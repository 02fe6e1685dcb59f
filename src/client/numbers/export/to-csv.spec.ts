import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnIds, exportFields } from '../columns.ts';
import { anyRow, rentedNumber } from '../test-rows.ts';
import { plainTable, whole } from './test-table.ts';
import { toCsv } from './to-csv.ts';

/** A strict reader of RFC 4180: CRLF ends every record, a quote stands only where it may. */
function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  const record: string[] = [];
  let at = 0;
  while (at < text.length) {
    const match = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
    match.lastIndex = at;
    const found = match.exec(text);
    if (!found)
      throw new Error(`Not RFC 4180 at ${at}: ${JSON.stringify(text.slice(at, at + 20))}`);
    record.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === '\r\n') records.push(record.splice(0));
    at = match.lastIndex;
  }
  if (record.length > 0) throw new Error('The last record has no end.');
  return records;
}

const fields = exportFields(columnIds);
const dangerous = [...'=+-@\t\r\n\0＝＋－＠'];
const cellOf = (name: string) =>
  parseCsv(whole(toCsv(plainTable([rentedNumber({ name })], ['name']))))[1]?.[0];

test('S32 every cell comes back, but for the apostrophe in front of a formula', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 5 }), (rows) => {
      const [header, ...records] = parseCsv(whole(toCsv(plainTable(rows, fields))));
      expect(header).toEqual(fields);
      expect(records).toEqual(
        rows.map((row) =>
          fields.map((field) => {
            const text = String(row[field] ?? '');
            const isGuarded = field !== 'number' && dangerous.some((sign) => text.startsWith(sign));
            return isGuarded ? `'${text}` : text;
          }),
        ),
      );
    }),
  );
});

describe('S32 a cell a spreadsheet could run', () => {
  test.each(dangerous)('%j in front gets an apostrophe', (sign) => {
    expect(cellOf(`${sign}cmd|' /C calc'!A0`)).toBe(`'${sign}cmd|' /C calc'!A0`);
    expect(cellOf(sign)).toBe(`'${sign}`);
    expect(cellOf(`a${sign}`)).toBe(`a${sign}`);
  });

  test('any text keeps its characters, guarded or not', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('', ...dangerous),
        fc.string({ unit: 'binary' }),
        (sign, rest) => {
          const text = sign + rest;
          const isGuarded = dangerous.some((one) => text.startsWith(one));
          expect(cellOf(text)).toBe(isGuarded ? `'${text}` : text);
        },
      ),
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
