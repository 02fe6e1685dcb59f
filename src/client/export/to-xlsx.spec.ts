import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate/browser';
import { describe, expect, test } from 'vitest';
import type { RentedNumber } from '#contract/number.ts';
import { columnIds, exportFields } from '../fields/columns.tsx';
import { anyRow, rentedNumber } from '../fields/test-rows.ts';
import { plainTable } from './test-table.ts';
import { toXlsx } from './to-xlsx.ts';

type Fields = readonly (keyof RentedNumber)[];

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Undoes the escapes of XML, which reads CR as LF, and then those of Office Open XML. */
const unescaped = (xml: string) =>
  xml
    .replace(/\r\n?/g, '\n')
    .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/_x([\dA-F]{4})_/g, (_, unit: string) =>
      String.fromCharCode(Number.parseInt(unit, 16)),
    );

/** The parts of the workbook that hold the cells. */
async function open(rows: RentedNumber[], fields: Fields) {
  const file = await toXlsx(plainTable(rows, fields));
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()));
  const part = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  return {
    sheet: part('xl/worksheets/sheet1.xml'),
    strings: part('xl/sharedStrings.xml'),
    styles: part('xl/styles.xml'),
    workbook: part('xl/workbook.xml'),
  };
}

/** The moment in UTC of a date cell, which counts days since the end of 1899. */
const momentOf = (days: number) =>
  new Date(Math.round((days - 25_569) * 86_400) * 1000).toISOString().replace('.000Z', 'Z');

/** The sheet as rows of text, dates as ISO 8601 in UTC; anything else in a cell is an error. */
async function read(rows: RentedNumber[], fields: Fields): Promise<string[][]> {
  const { sheet, strings } = await open(rows, fields);
  const texts = [...strings.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map(([, text = '']) => text);
  return [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, cells = '']) =>
    [...cells.matchAll(/<c (.*?)(?:\/>|<\/c>)/gs)].map(([, cell = '']) => {
      if (/^r="[A-Z]+\d+" s="\d+"$/.test(cell)) return '';
      const days = /^r="[A-Z]+\d+" s="\d+"><v>([\d.]+)<\/v>$/.exec(cell)?.[1];
      if (days !== undefined) return momentOf(Number(days));
      const index = /^[^>]* t="s"[^>]*><v>(\d+)<\/v>$/.exec(cell)?.[1];
      if (index === undefined) throw new Error(`Not a text: <c ${cell}`);
      return unescaped(texts[Number(index)] ?? '(no such string)');
    }),
  );
}

const fields = exportFields(columnIds);
const inUtc = (iso: string | null) =>
  iso === null ? '' : new Date(iso).toISOString().replace('.000Z', 'Z');

test('every cell comes back as it was, dates in UTC', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyRow, { maxLength: 4 }), async (rows) => {
      expect(await read(rows, fields)).toEqual([
        fields.map((field) =>
          field === 'created' || field === 'updated' ? `${field} (UTC)` : field,
        ),
        ...rows.map((row) =>
          fields.map((field) =>
            field === 'created' || field === 'updated'
              ? inUtc(row[field])
              : String(row[field] ?? '').replaceAll('\ufffd', '?'),
          ),
        ),
      ]);
    }),
    { numRuns: 30 },
  );
});

describe('W9 dates', () => {
  const dates: Fields = ['created'];
  const readDate = async (created: string) =>
    (await read([rentedNumber({ created })], dates))[1]?.[0];

  test.each([
    ['2016-03-31T11:16:59+03:00', '2016-03-31T08:16:59Z'],
    ['1999-12-31T23:59:59-11:00', '2000-01-01T10:59:59Z'],
    ['2024-02-29T00:00:00+00:00', '2024-02-29T00:00:00Z'],
    ['1900-03-01T00:00:00+00:00', '1900-03-01T00:00:00Z'],
    ['9999-12-31T23:59:59+00:00', '9999-12-31T23:59:59Z'],
  ])('%s is the date %s', async (created, moment) => {
    const { sheet, styles } = await open([rentedNumber({ created })], dates);
    expect(sheet).toMatch(/<c r="A2" s="\d+"><v>[\d.]+<\/v><\/c>/);
    expect(styles).toContain('formatCode="yyyy-mm-dd hh:mm:ss"');
    expect(await readDate(created)).toBe(moment);
  });

  test.each([
    'yesterday',
    '2016-02-31T25:00:00+03:00',
    '2016',
    '1900-03-01T00:00:00+01:00',
    '1850-01-01T00:00:00+00:00',
    '9999-12-31T23:59:59-01:00',
  ])('%s stays a text', async (created) => {
    const { sheet } = await open([rentedNumber({ created })], dates);
    expect(sheet).toMatch(/<c r="A2" s="\d+" t="s">/);
    expect(await readDate(created)).toBe(created);
  });
});

test('S32 a formula stays text, and a long number keeps its digits', async () => {
  const row = rentedNumber({ number: '123456789012345', name: '=HYPERLINK("http://x")' });
  const { sheet } = await open([row], fields);
  expect(sheet).not.toMatch(/<f[ >]/);
  expect(await read([row], ['number', 'name'])).toContainEqual([row.number, row.name]);
});

test.each(['constructor', 'toString', '__proto__'])('a number may be named %s', async (name) => {
  expect(await read([rentedNumber({ name })], ['name'])).toEqual([['name'], [name]]);
});

test.each([
  ['a\rb\r\nc\n\td', 'a\rb\r\nc\n\td'],
  ['_x0041_ _x000d_ _x00zz_ _x004', '_x0041_ _x000d_ _x00zz_ _x004'],
  ['😀😀 👩‍👩‍👧 مرحبا\u200f\u2028', '😀😀 👩‍👩‍👧 مرحبا\u200f\u2028'],
  ['a\u0000b\u000b\u001f\u007f\u0085c', 'abc'],
  ['a\ufdd0\ufffe\uffff\u{1fffe}\u{10ffff}b', 'ab'],
  ['a\ud83d b\ude00 c\ufffd', 'a? b? c?'],
])('%j comes back as %j: what XML has no place for is left out', async (name, text) => {
  expect(await read([rentedNumber({ name })], ['name'])).toEqual([['name'], [text]]);
});

test('blanks at either end are kept', async () => {
  const { strings } = await open([rentedNumber({ name: ' a ' })], ['name']);
  expect(strings).toContain('<t xml:space="preserve"> a </t>');
});

test('the sheet has the name of the product, its header stays, and long texts have more room', async () => {
  const { sheet, workbook } = await open([rentedNumber()], ['number', 'msg_controller', 'mode']);
  expect(workbook).toContain('name="Rented numbers"');
  expect(sheet).toMatch(/<pane [^>]*ySplit="1"/);
  const widths = [...sheet.matchAll(/<col [^>]*width="(\d+)"/g)].map(([, width]) => width);
  expect(widths).toEqual(['18', '40', '16']);
});
