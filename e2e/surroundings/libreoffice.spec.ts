import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { said } from '../announcements.ts';
import { type ApiNumber, dialled, walk } from '../api.ts';
import { type Dashboard, expect } from '../faults/dashboard.ts';
import { requireProgram } from '../programs.ts';
import { readXlsx } from '../read-files.ts';
import type { Environment } from '../server.ts';
import { allLoaded, exportChoices, readList, toggleColumns } from '../table.ts';
import { hostileNames, numberLike } from './hostile-names.ts';
import { test } from './libreoffice.ts';
import { type FodsCell, readFods } from './read-fods.ts';

// A wide window shows every usual column.
test.use({ viewport: { width: 1680, height: 900 } });

const fields = [
  'number',
  'name',
  'country_code',
  'country_name',
  'type',
  'voice',
  'messaging',
  'mode',
  'call_controller',
  'call_app_sid',
  'endpoint_sid',
  'msg_controller',
  'msg_app_sid',
  'created',
  'updated',
  'number_sid',
] as const satisfies (keyof ApiNumber)[];

const shortCode = '12345';

const isDate = (field: string): field is 'created' | 'updated' =>
  field === 'created' || field === 'updated';

const hostileController = 'https://x.example/?a=1;=1+1|+1';
/** The form of each hostile text in CSV and in copied text. */
const inText = new Map([...hostileNames, [hostileController, "https://x.example/?a=1;'=1+1|'+1"]]);

/** The text of a cell, with LF as line ends, because office programs use different ones. */
const cell = (value: string | boolean | null) => String(value ?? '').replace(/\r\n?/g, '\n');

/** The rows of the CSV, under their header. */
const textRows = (rows: readonly ApiNumber[], toNumber = ({ number }: ApiNumber) => number) => [
  [...fields],
  ...rows.map((row) =>
    fields.map((field) => {
      if (field === 'number') return toNumber(row);
      const value = row[field];
      return cell(typeof value === 'string' ? (inText.get(value) ?? value) : value);
    }),
  ),
];

const formulas = (table: readonly FodsCell[][]) =>
  table.flat().flatMap(({ formula }) => formula ?? []);

const mayBeNumber = new Set([...numberLike, 'true', 'false']);

/**
 * Expects every cell in its place. Texts that look like a number, a date or a boolean may have
 * become one, because text files leave this to the program; no other text may have changed.
 */
function expectTexts(table: readonly FodsCell[][], expected: readonly string[][]) {
  expect(table.map((row) => row.length)).toEqual(expected.map((row) => row.length));
  for (const [at, row] of expected.entries()) {
    for (const [column, text] of row.entries()) {
      const { type, text: read } = table[at]![column]!;
      if (type === '' || type === 'string') expect(read).toBe(text);
      else if (column === fields.indexOf('number')) expect(read).toBe(text.replace(/^\+/, ''));
      else expect(mayBeNumber.has(text) || isDate(fields[column]!), text).toBe(true);
    }
  }
}

/** Opens a list of rows with hostile names, and returns the rows of the API. */
async function openHostile(
  page: Page,
  startDashboard: (env: Environment, size: number) => Promise<Dashboard>,
): Promise<ApiNumber[]> {
  const { server, upstream } = await startDashboard({}, hostileNames.length);
  for (const [at, [name]] of hostileNames.entries()) upstream.account.change(at, { name });
  const change = upstream.account.change;
  change(1, { number: '+442079469999', created: 'Fri, 31 Dec 1999 23:59:59 -1100' });
  change(2, { number: shortCode, created: 'Thu, 29 Feb 2024 05:29:59 +0530' });
  change(3, { call_controller: hostileController, call_app_sid: '0123' });
  change(4, { updated: 'Sun, 30 Oct 2016 02:30:00 +0200', msg_app_sid: '1e5' });
  const rows = await walk(server.url);
  expect(rows).toHaveLength(hostileNames.length);

  await page.goto(server.url);
  await expect(allLoaded(page)).toBeVisible();
  // The columns of the API alone.
  await toggleColumns(page, 'Number SID', 'Finding');
  const shown = await readList(page);
  const line = (text: string) => text.replace(/\s+/g, ' ').trim();
  expect(shown.map((row) => [row.Number, line(row.Name ?? '')])).toEqual(
    rows.map(({ number_display, name }) => [number_display, line(name ?? '')]),
  );
  return rows;
}

/** Exports all rows, and returns the path of the file. */
async function save(page: Page, format: 'CSV' | 'Excel'): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Export / }).click();
  await exportChoices(page)
    .getByRole('button', { name: new RegExp(`^${format}`) })
    .click();
  const path = test.info().outputPath(format === 'CSV' ? 'rows.csv' : 'rows.xlsx');
  await (await download).saveAs(path);
  return path;
}

test.beforeEach(() => {
  requireProgram('LibreOffice');
  // LibreOffice takes some seconds to start, and more on a busy machine.
  test.setTimeout(300_000);
});

test('W8 LibreOffice opens the CSV file, and saves every cell unchanged', async ({
  page,
  context,
  startDashboard,
  convert,
}) => {
  const rows = await openHostile(page, startDashboard);
  const csv = await save(page, 'CSV');
  const [asText] = await convert([csv], {
    to: 'xlsx',
    text: { separators: ',', textColumns: fields.length },
  });
  expect(readXlsx(await readFile(asText!))).toEqual(textRows(rows));

  // Opened with the defaults of LibreOffice's dialog.
  const [byDefault] = await convert([csv], { to: 'fods', text: { separators: ',;\t' } });
  const table = await readFods(context, byDefault!);
  expect(formulas(table)).toEqual([]);
  expectTexts(table, textRows(rows));
});

test('W7 W8 no formula runs with other separators, and copied text stays complete', async ({
  page,
  context,
  startDashboard,
  convert,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const rows = await openHostile(page, startDashboard);
  const csv = await save(page, 'CSV');
  await page.getByRole('button', { name: /^Export / }).click();
  await page.getByRole('button', { name: /^Copy all / }).click();
  await expect(said(page, `Copied ${rows.length} rows`)).toBeAttached();
  const tsv = test.info().outputPath('copied.tsv');
  await writeFile(tsv, await page.evaluate(() => navigator.clipboard.readText()));

  for (const separators of [';', '|']) {
    const [opened] = await convert([csv], { to: 'fods', text: { separators } });
    expect(formulas(await readFods(context, opened!))).toEqual([]);
  }
  const [opened, pasted] = await convert([csv, tsv], { to: 'fods', text: { separators: '\t' } });
  expect(formulas(await readFods(context, opened!))).toEqual([]);
  const table = await readFods(context, pasted!);
  expect(formulas(table)).toEqual([]);
  const copied = (row: ApiNumber) => (row.number === shortCode ? shortCode : dialled(row));
  expectTexts(table, textRows(rows, copied));
});

test('W9 LibreOffice opens the Excel file with every text as it was, and dates in UTC', async ({
  page,
  context,
  startDashboard,
  convert,
}) => {
  const rows = await openHostile(page, startDashboard);
  const [saved] = await convert([await save(page, 'Excel')], { to: 'fods' });
  const table = await readFods(context, saved!);
  expect(formulas(table)).toEqual([]);
  const [header, ...cells] = table;
  expect(header?.map(({ text }) => text)).toEqual(
    fields.map((field) => (isDate(field) ? `${field} (UTC)` : field)),
  );
  const read = (row: FodsCell[]) =>
    row.map(({ type, text }) => (type === 'date' ? new Date(`${text}Z`).toISOString() : text));
  expect(cells.map(read)).toEqual(
    rows.map((row) =>
      fields.map((field) =>
        isDate(field) ? new Date(row[field]).toISOString() : cell(row[field]),
      ),
    ),
  );
  const types = new Set(cells.flatMap((row) => row.map(({ type }) => type)));
  expect(types).toEqual(new Set(['', 'string', 'date']));
});
