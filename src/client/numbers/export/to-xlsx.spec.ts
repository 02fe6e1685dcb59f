import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate/browser';
import { expect, test } from 'vitest';
import type { RentedNumber } from '#contract/number.ts';
import { columnIds, exportFields } from '../columns.ts';
import { anyRow, rentedNumber } from '../test-rows.ts';
import { plainTable } from './test-table.ts';
import { toXlsx } from './to-xlsx.ts';

type Fields = readonly (keyof RentedNumber)[];

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (xml: string) =>
  xml.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);

/** The parts of the workbook that hold the cells. */
async function open(rows: RentedNumber[], fields: Fields) {
  const file = await toXlsx(plainTable(rows, fields));
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()));
  const part = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  return { sheet: part('xl/worksheets/sheet1.xml'), strings: part('xl/sharedStrings.xml') };
}

/** The sheet as rows of text; a cell that is neither blank nor a shared string is an error. */
async function read(rows: RentedNumber[], fields: Fields): Promise<string[][]> {
  const { sheet, strings } = await open(rows, fields);
  const texts = [...strings.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map(([, text = '']) => text);
  return [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, cells = '']) =>
    [...cells.matchAll(/<c (.*?)(?:\/>|<\/c>)/gs)].map(([, cell = '']) => {
      if (/^r="[A-Z]+\d+" s="\d+"$/.test(cell)) return '';
      const index = /^[^>]* t="s"[^>]*><v>(\d+)<\/v>$/.exec(cell)?.[1];
      if (index === undefined) throw new Error(`Not a text: <c ${cell}`);
      return unescaped(texts[Number(index)] ?? '(no such string)');
    }),
  );
}

const fields = exportFields(columnIds);

test('every cell is text and comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyRow, { maxLength: 4 }), async (rows) => {
      expect(await read(rows, fields)).toEqual([
        fields,
        // The replacement character stands for one that was lost already; the library leaves it out.
        ...rows.map((row) =>
          fields.map((field) => String(row[field] ?? '').replaceAll('\ufffd', '')),
        ),
      ]);
    }),
    { numRuns: 30 },
  );
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

test('characters XML has no place for are left out', async () => {
  const { strings } = await open([rentedNumber({ name: 'a\u0000b\u001fc\uffffd' })], ['name']);
  expect(strings).toContain('>abcd<');
});

test('blanks at either end are kept', async () => {
  const { strings } = await open([rentedNumber({ name: ' a ' })], ['name']);
  expect(strings).toContain('<t xml:space="preserve"> a </t>');
});
