import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { type ApiNumber, walk } from './api.ts';
import { expect, test } from './fixtures.ts';
import { readCsv, readXlsx } from './read-files.ts';
import {
  bodyRows,
  exportChoices,
  loadedAhead,
  readList,
  scrollUntil,
  sortButton,
  statusLine,
  toggleColumns,
} from './table.ts';

test.use({ timezoneId: 'Asia/Kolkata' });

/** Exports in a format of the menu, and returns the file's name and content. */
async function exportAs(page: Page, format: 'CSV' | 'Excel' | 'JSON') {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Export / }).click();
  await exportChoices(page)
    .getByRole('button', { name: new RegExp(`^${format}`) })
    .click();
  const file = await download;
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
}

/** `20261123-1204` of this moment in Asia/Kolkata, UTC+05:30. */
const stamp = () =>
  new Date(Date.now() + 5.5 * 3_600_000)
    .toISOString()
    .slice(0, 16)
    .replace(/[-:]/g, '')
    .replace('T', '-');

const cell = (value: string | boolean | null) => (value === null ? '' : String(value));

// A wide window shows every usual column.
test.use({ viewport: { width: 1680, height: 900 } });

/** The fields of the usual columns, in their order. */
const usual = [
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
] as const satisfies (keyof ApiNumber)[];

/** The usual columns in a file: behind the capabilities come the findings. */
const usualHeader = usual.flatMap((field) =>
  field === 'messaging' ? [field, 'finding_level', 'findings'] : [field],
);

test('W9 filtered, sorted and with other columns, every format has what the table shows, dates in Excel in UTC', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '150' });
  const formula = (await walk(url)).find((number) => number.name === '=SUM(A1)')!;
  const filters = { type: formula.type, voice: String(formula.voice) };
  const numbers = await walk(url, filters);
  expect(numbers.length).toBeGreaterThan(20);

  const { type, voice } = filters;
  await page.goto(`${url}/?type=${type}&voice=${voice}`);
  await toggleColumns(page, 'Finding', 'Updated', 'Mode', 'Number SID', 'SIP token');
  await readList(page);
  await sortButton(page, 'Rented').click();
  await sortButton(page, 'Rented').click();
  await expect(statusLine(page)).toContainText(`Sorted by rented, all ${numbers.length} rows`);
  const table = await readList(page);

  const fields: (keyof ApiNumber)[] = [
    ...usual.filter((field) => field !== 'updated' && field !== 'mode'),
    'number_sid',
    'has_token',
  ];
  const bySid = new Map(numbers.map((number) => [number.number_sid, number]));
  const shown = table.map((row) => bySid.get(row['Number SID']!)!);
  expect(new Set(shown)).toEqual(new Set(numbers));
  expect(shown.map((number) => number.number_display)).toEqual(table.map((row) => row.Number));
  const expected = shown.map((number) => fields.map((field) => cell(number[field])));

  const before = stamp();
  const csv = await exportAs(page, 'CSV');
  const xlsx = await exportAs(page, 'Excel');
  const json = await exportAs(page, 'JSON');
  const scope = `rented-numbers_type-${type}_voice-${voice}_complete_${numbers.length}`;
  for (const [file, ending] of [
    [csv, 'csv'],
    [xlsx, 'xlsx'],
    [json, 'json'],
  ] as const) {
    expect([`${scope}_${before}.${ending}`, `${scope}_${stamp()}.${ending}`]).toContain(file.name);
  }

  const [header, ...records] = readCsv(csv.content.toString('utf8'));
  expect(header).toEqual(fields);
  // Only CSV makes a formula text by a leading apostrophe, which spreadsheets do not show.
  const guarded = expected.map((row) =>
    row.map((text) => (text === '=SUM(A1)' ? `'${text}` : text)),
  );
  expect(records).toEqual(guarded);
  expect(records.flat()).toContain("'=SUM(A1)");

  const inUtc = (text: string, at: number) =>
    fields[at] === 'created' ? new Date(text).toISOString().replace('.000Z', 'Z') : text;
  expect(readXlsx(xlsx.content)).toEqual([
    fields.map((field) => (field === 'created' ? 'created (UTC)' : field)),
    ...expected.map((row) => row.map(inUtc)),
  ]);
  expect(expected.flat()).toContain('=SUM(A1)');

  const objects = shown.map((number) =>
    Object.fromEntries(fields.map((field) => [field, number[field]])),
  );
  const parsed = JSON.parse(json.content.toString('utf8'));
  expect(parsed).toEqual(objects);
  expect(Object.keys(parsed[0])).toEqual(fields);
});

test('awkward names survive in every format', async ({ page, sharedServer }) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '1000' });
  const numbers = await walk(url);
  const awkward = numbers.filter((_, at) => at % 131 === 5).map((number) => number.name);
  expect(awkward).toContain('Smith, "Bob" & Sons; <b>main</b>');
  expect(awkward).toContain('  padded  name  ');

  await page.goto(url);
  await scrollUntil(page, page.getByText('End of list · 1,000 numbers'));
  await expect(page.getByRole('button', { name: 'Export all 1,000 rows' })).toBeVisible();

  const csv = readCsv((await exportAs(page, 'CSV')).content.toString('utf8'));
  const xlsx = readXlsx((await exportAs(page, 'Excel')).content);
  const json = JSON.parse((await exportAs(page, 'JSON')).content.toString('utf8')) as ApiNumber[];
  const names = numbers.map((number) => number.name);
  expect(csv.slice(1).map((row) => row[1])).toEqual(
    names.map((name) => (name === '=SUM(A1)' ? `'${name}` : cell(name))),
  );
  expect(xlsx.slice(1).map((row) => row[1])).toEqual(names.map(cell));
  expect(json.map((number) => number.name)).toEqual(names);
});

test('a part of the list is exported as a part', async ({ page, sharedServer }) => {
  const { url } = await sharedServer();
  const numbers = await walk(url);
  await page.goto(url);
  await loadedAhead(page);
  await page.getByRole('button', { name: 'Export 100 loaded rows' }).click();
  await expect(page.getByText('More rows are available but not loaded.')).toBeVisible();
  await page.keyboard.press('Escape');
  const { name, content } = await exportAs(page, 'CSV');
  expect(name).toMatch(/^rented-numbers_partial_100_\d{8}-\d{4}\.csv$/);
  const [header, ...records] = readCsv(content.toString('utf8'));
  expect(header).toEqual(usualHeader);
  expect(records.map(([number]) => number)).toEqual(
    numbers.slice(0, 100).map((number) => number.number),
  );
});

test('an export leaves neither its worker nor its file in the memory of the page', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '60' });
  await page.addInitScript(() => {
    const files = new Set<string>();
    const { createObjectURL, revokeObjectURL } = URL;
    URL.createObjectURL = (file: Blob) => {
      const made = createObjectURL(file);
      files.add(made);
      return made;
    };
    URL.revokeObjectURL = (made: string) => {
      files.delete(made);
      revokeObjectURL(made);
    };
    Object.assign(globalThis, { files });
  });
  await page.goto(url);
  await expect(statusLine(page)).toContainText('All 60 loaded');
  await exportAs(page, 'CSV');
  await exportAs(page, 'Excel');
  await expect.poll(() => page.workers().length).toBe(0);
  await expect
    .poll(() => page.evaluate(() => (globalThis as unknown as { files: Set<string> }).files.size))
    .toBe(0);
});

test('a search is exported as shown, and named in the file', async ({ page, sharedServer }) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '60' });
  const numbers = await walk(url);
  await page.goto(`${url}/?country_code=GB`);
  await expect(statusLine(page)).toContainText(/All \d+ matches loaded/);
  await page.getByRole('textbox', { name: 'Search numbers' }).fill('44 7');
  const matching = numbers.filter((number) => /^447/.test(number.number));
  await expect(bodyRows(page)).toHaveCount(matching.length);
  const { name, content } = await exportAs(page, 'JSON');
  expect(name).toMatch(
    new RegExp(
      `^rented-numbers_country-code-GB_containing-44-7_complete_${matching.length}_[\\d-]+\\.json$`,
    ),
  );
  const rows = JSON.parse(content.toString('utf8')) as ApiNumber[];
  expect(rows.map((row) => row.number)).toEqual(matching.map((number) => number.number));
});
