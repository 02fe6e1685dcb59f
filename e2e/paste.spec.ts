import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { type ApiNumber, dialled, walk } from './api.ts';
import { expectNoViolations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { readCsv } from './read-files.ts';
import { allLoaded, loadedAhead } from './table.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Compare with a list of numbers' });
const box = (page: Page) => dialog(page).getByRole('textbox', { name: 'Your numbers' });
const part = (page: Page, name: string | RegExp) =>
  dialog(page).getByRole('heading', { level: 3 }).filter({ hasText: name });

async function openDialog(page: Page) {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('button', { name: 'Compare with a list of numbers' }).click();
  await expect(box(page)).toBeFocused();
}

/** A list of rented numbers as people write them, with one number that is not rented. */
const written = ([a, b, c]: readonly ApiNumber[]) =>
  [
    'Name;Phone;Since',
    `"Anna";${a!.number_display};2024-01-31`,
    `00${b!.number} / +${c!.number}`,
    a!.number,
    '+44 20 7946 0958',
    '4.4748E+11',
  ].join('\n');

test('gives three lists that say how far they reach; loading the rest proves them', async ({
  page,
  serve,
}) => {
  const { url } = await serve();
  const numbers = await walk(url);
  await page.goto(url);
  await loadedAhead(page);
  await openDialog(page);
  await box(page).fill(`${written(numbers)}\n${numbers[405]!.number}`);

  const status = dialog(page).getByRole('status');
  await expect(status).toContainText('Your list: 5 numbers, 1 repeated, 3 skipped.');
  await expect(status).toContainText('Compared with 100 loaded rows only');
  await expect(part(page, 'In both')).toHaveText('In both3');
  await expect(part(page, /^Rented/)).toHaveText('Rented, not in your list, so far97');
  await expect(part(page, /^In your list/)).toHaveText('In your list, not among these rows2');

  await dialog(page).getByRole('button', { name: 'Load all' }).click();
  await expect(status).toContainText('Compared with all 500 rows.');
  await expect(part(page, 'In both')).toHaveText('In both4');
  await expect(part(page, /^Rented/)).toHaveText('Rented, not in your list496');
  await expect(part(page, /^In your list/)).toHaveText('In your list, not rented1');

  await dialog(page).getByText('3 entries skipped').click();
  await expect(dialog(page).getByText('Line 1: Name;Phone;Since')).toBeVisible();
  await expect(dialog(page).getByText('Rounded by a spreadsheet')).toBeVisible();
  await expectNoViolations(page);
});

test('each list can be exported and copied', async ({ page, serve, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { url } = await serve({ SANDBOX_NUMBERS: '40' });
  const numbers = await walk(url);
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  await openDialog(page);
  await box(page).fill(written(numbers));

  const save = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog(page).getByRole('button', { name }).click(),
    ]);
    const records = readCsv(await readFile(await download.path(), 'utf8'));
    return { name: download.suggestedFilename(), records };
  };
  const both = await save('Export as CSV: In both');
  expect(both.name).toMatch(/^rented-numbers_in-both_complete_3_/);
  expect(both.records.slice(1).map(([number]) => number)).toEqual(
    numbers.slice(0, 3).map(({ number }) => number),
  );
  const missing = await save('Export as CSV: In your list, not rented');
  expect(missing.name).toMatch(/^rented-numbers_list-only_complete_1_/);
  expect(missing.records).toEqual([['number'], ['442079460958']]);

  await dialog(page)
    .getByRole('button', { name: /^Copy the numbers: Rented, not in/ })
    .click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(numbers.slice(3).map(dialled).join('\n'));
  await dialog(page)
    .getByRole('button', { name: /^Copy the numbers: In your list, not rented/ })
    .click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe('+442079460958');
});

test('a file is read, and national numbers with their country', async ({ page, serve }) => {
  const { url } = await serve({ SANDBOX_NUMBERS: '40' });
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  await openDialog(page);
  await page.getByLabel('File of numbers').setInputFiles({
    name: 'numbers.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('phone\n020 7946 0958\n020 7946 0959'),
  });
  const status = dialog(page).getByRole('status');
  await expect(status).toContainText('Your list: 0 numbers, 3 skipped.');
  await dialog(page)
    .getByRole('combobox', { name: 'Numbers without a country code are from' })
    .selectOption('GB');
  await expect(status).toContainText('Your list: 2 numbers, 1 skipped.');
  await page.getByLabel('File of numbers').setInputFiles({
    name: 'numbers.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('PK\u0003\u0004\0\0'),
  });
  await expect(dialog(page).getByRole('alert')).toContainText('Save the table as CSV');
});

test('filters are named, and can be taken away', async ({ page, serve }) => {
  const { url } = await serve({ SANDBOX_NUMBERS: '40' });
  await page.goto(`${url}/?type=mobile`);
  await expect(allLoaded(page)).toBeVisible();
  await openDialog(page);
  await box(page).fill('+44 20 7946 0958');
  const status = dialog(page).getByRole('status');
  await expect(status).toContainText('that match the filters only');
  await expect(part(page, 'In your list, not among these rows')).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Compare without filters' }).click();
  await expect(status).toContainText('Compared with all 40 rows.');
});
