import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { type ApiNumber, dialled, walk } from './api.ts';
import { expectNoViolations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { readCsv } from './read-files.ts';
import { allLoaded, bodyRows, grid, loadedAhead, readTable, statusLine } from './table.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Compare with a list of numbers' });
const box = (page: Page) => dialog(page).getByRole('textbox', { name: 'Your numbers' });
const part = (page: Page, name: string | RegExp) =>
  dialog(page).getByRole('heading', { level: 3 }).filter({ hasText: name });

async function openDialog(page: Page) {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Compare with a list of numbers' }).click();
  await expect(box(page)).toBeFocused();
}

/** The item that opens the dialog while a list is held, in the menu of the toolbar. */
async function reopen(page: Page, held: string) {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: held }).click();
  await expect(dialog(page)).toBeVisible();
}

const chip = (page: Page) => page.getByRole('button', { name: /^Remove filter Pasted list/ });

const palette = (page: Page) => page.getByRole('dialog', { name: 'Commands' });

/** Pastes numbers and shows only their rows. */
async function showInTable(page: Page, numbers: readonly ApiNumber[]) {
  await openDialog(page);
  await box(page).fill(numbers.map(({ number }) => number).join('\n'));
  await dialog(page).getByRole('button', { name: 'Show in table' }).click();
  await expect(chip(page)).toBeVisible();
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
  sharedServer,
}) => {
  const { url } = await sharedServer();
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

  // The explanation follows the count, before the long lists.
  const skipped = dialog(page).getByText('3 entries skipped');
  const below = async (sight: Locator) => (await sight.boundingBox())?.y ?? Number.NaN;
  expect(await below(skipped)).toBeLessThan(await below(part(page, 'In both')));
  await skipped.click();
  await expect(dialog(page).getByText('Line 1: Name;Phone;Since')).toBeVisible();
  await expect(dialog(page).getByText('Rounded by a spreadsheet')).toBeVisible();
  await expectNoViolations(page);
});

test('each list can be exported and copied', async ({ page, sharedServer, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '40' });
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
  expect(missing.records).toEqual([
    ['number', 'list_name'],
    ['442079460958', ''],
  ]);

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

test('a file is read, and national numbers with their country', async ({ page, sharedServer }) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '40' });
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

test('filters are named, and can be taken away', async ({ page, sharedServer }) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '40' });
  await page.goto(`${url}/?type=mobile`);
  await expect(allLoaded(page)).toBeVisible();
  await openDialog(page);
  await box(page).fill('+44 20 7946 0958');
  const status = dialog(page).getByRole('status').filter({ hasText: 'Compared with' });
  await expect(status).toContainText('that match the filters only');
  await expect(part(page, 'In your list, not among these rows')).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Compare without filters' }).click();
  await expect(status).toContainText('Compared with all 40 rows.');
});

test('the list stays while its dialog is closed, and goes when it is cleared or the page is left', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '40' });
  const numbers = await walk(url);
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  await openDialog(page);
  await box(page).fill(written(numbers));
  await expect(dialog(page).getByRole('status')).toContainText('Your list: 4 numbers');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();

  await reopen(page, 'Pasted list: 4 numbers');
  await expect(box(page)).toHaveValue(written(numbers));
  await expect(part(page, 'In both')).toHaveText('In both3');
  expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).not.toContain(
    numbers[0]!.number,
  );

  await dialog(page).getByRole('button', { name: 'Clear the list' }).click();
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue('');
  await expect(part(page, 'In both')).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(box(page)).toHaveValue(written(numbers));
  await expect(part(page, 'In both')).toHaveText('In both3');
  await page.reload();
  await expect(allLoaded(page)).toBeVisible();
  await openDialog(page);
  await expect(box(page)).toHaveValue('');
});

test('a number opens its details, and Back returns to it in the comparison', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '40' });
  const numbers = await walk(url);
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  await openDialog(page);
  await box(page).fill(written(numbers));
  const opened = dialog(page).getByRole('button', {
    name: numbers[1]!.number_display,
    exact: true,
  });
  await opened.press('Enter');
  await expect(dialog(page)).toBeHidden();
  const details = page.getByRole('complementary', { name: numbers[1]!.number_display });
  await expect(details).toBeFocused();

  await page.goBack();
  await expect(details).toBeHidden();
  await expect(opened).toBeFocused();
  await expect(part(page, 'In both')).toHaveText('In both3');
  await page.goForward();
  await expect(dialog(page)).toBeHidden();
  await expect(details).toBeVisible();
  await page.goBack();
  await expect(opened).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  // A number without a row has no details.
  await reopen(page, 'Pasted list: 4 numbers');
  await expect(dialog(page).getByText('+442079460958')).toBeVisible();
  await expect(dialog(page).getByRole('button', { name: '+442079460958' })).toHaveCount(0);
});

const ways = [
  ['Escape', (page: Page) => page.keyboard.press('Escape')],
  ['the button', (page: Page) => page.getByRole('button', { name: 'Close details' }).click()],
  ['Back', (page: Page) => page.goBack()],
] as const;
test('Escape, the button and Back lead from a number to the comparison, after walking too, and then to the details below it', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '40' });
  const numbers = await walk(url);
  const [before, a, b] = [numbers[20]!, numbers[1]!, numbers[0]!];
  for (const [way, close] of ways) {
    await test.step(way, async () => {
      await page.goto(url);
      await expect(allLoaded(page)).toBeVisible();
      const details = page.getByRole('complementary');
      const opened = (number: ApiNumber) =>
        dialog(page).getByRole('button', { name: number.number_display, exact: true });
      // The comparison may lie over other details.
      await bodyRows(page)
        .filter({ hasText: before.number_display })
        .getByRole('rowheader')
        .click();
      await expect(details).toContainText(before.number_display);
      await openDialog(page);
      await box(page).fill(written(numbers));
      await opened(a).press('Enter');
      await expect(details).toContainText(a.number_display);
      await page.keyboard.press('ArrowUp');
      await expect(details).toContainText(b.number_display);
      await close(page);
      await expect(opened(a)).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(dialog(page)).toBeHidden();
      await expect(details).toContainText(before.number_display);
      await details.focus();
      await page.keyboard.press('Escape');
      await expect(details).toBeHidden();
      await expect(page).toHaveURL(`${url}/`);
    });
  }
});

test('the list can be shown in the table, and says what it does not cover', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const numbers = await walk(url);
  const [a, b, c] = [numbers[3]!, numbers[1]!, numbers[405]!];
  await page.goto(url);
  await loadedAhead(page);
  await openDialog(page);
  await box(page).fill([a.number, b.number, c.number, '442079460958'].join('\n'));
  await dialog(page).getByRole('button', { name: 'Show in table' }).click();

  await expect(dialog(page)).toBeHidden();
  await expect(chip(page)).toHaveAccessibleName('Remove filter Pasted list 4 numbers');
  await expect(statusLine(page)).toContainText('2 of 100 loaded rows match');
  await expect(statusLine(page)).toContainText('2 of 4 pasted numbers are not loaded');
  const shown = async () => (await readTable(page)).map(({ Number: number }) => number);
  await expect.poll(shown).toEqual([b.number_display, a.number_display]);
  expect(page.url()).toBe(`${url}/`);

  await statusLine(page).getByRole('button', { name: 'Load all' }).click();
  await expect(statusLine(page)).toContainText('3 of all 500 rows match');
  await expect(statusLine(page)).toContainText('1 of 4 pasted numbers is not rented');
  await expect.poll(shown).toEqual([b, a, c].map((row) => row.number_display));

  // With a sort, a search, and the counts of the rail.
  await page.getByRole('columnheader', { name: 'Number' }).getByRole('button').first().click();
  const sorted = [a, b, c].sort((one, other) => (one.number < other.number ? -1 : 1));
  await expect.poll(shown).toEqual(sorted.map((row) => row.number_display));
  await page.getByRole('textbox', { name: 'Search numbers' }).fill(b.number.slice(-6));
  await expect.poll(shown).toEqual([b.number_display]);
  await page.getByRole('textbox', { name: 'Search numbers' }).fill('');
  await expect.poll(shown).toHaveLength(3);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    (async () => {
      await page.getByRole('button', { name: 'Export 3 rows' }).click();
      await page.getByRole('button', { name: /^CSV/ }).first().click();
    })(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^rented-numbers_pasted-list_complete_3_/);
  const records = readCsv(await readFile(await download.path(), 'utf8'));
  expect(records.slice(1).map(([number]) => number)).toEqual(sorted.map((row) => row.number));

  await chip(page).click();
  await expect(chip(page)).toBeHidden();
  await expect(statusLine(page)).not.toContainText('pasted');
  await page.goBack();
  await expect(chip(page)).toBeVisible();
  await expectNoViolations(page);
});

test('Back from the table leads to the comparison, and a link does not hold the list', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '20' });
  const numbers = await walk(url);
  await page.goto(`${url}/?show=overview`);
  await expect(allLoaded(page)).toBeVisible();
  await openDialog(page);
  await box(page).fill(numbers[2]!.number);
  await dialog(page).getByRole('button', { name: 'Show in table' }).click();
  await expect(grid(page)).toBeVisible();
  await expect(statusLine(page)).toContainText('1 of all 20 rows matches');

  await page.getByRole('button', { name: 'Views' }).click();
  await expect(page.getByText('A link or a view does not include the pasted list.')).toBeVisible();
  await expectNoViolations(page);
  await page.keyboard.press('Escape');

  await page.goBack();
  await expect(dialog(page)).toBeVisible();
  await expect(part(page, 'In both')).toHaveText('In both1');
  await page.keyboard.press('Escape');
  await expect(chip(page)).toBeHidden();
  await page.goForward();
  await expect(chip(page)).toBeVisible();
  // The list is gone with the page, so the entry shows all rows.
  await page.reload();
  await expect(allLoaded(page)).toBeVisible();
  await expect(chip(page)).toBeHidden();
  await expect(statusLine(page)).not.toContainText('matches');
});

test('names of the list stand beside ours, and different ones can be seen', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '40' });
  const numbers = await walk(url);
  const [named, other] = numbers.filter(({ name }) => name);
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  await openDialog(page);
  await box(page).fill(
    [
      `${named!.name!.toUpperCase()};${named!.number};London`,
      `=Reception; ${other!.number}`,
      'Desk in Leeds;+44 20 7946 0958',
    ].join('\n'),
  );
  const rows = dialog(page).getByRole('table').getByRole('row');
  await expect(rows).toHaveCount(3);
  const texts = (at: number) => rows.nth(at).getByRole('cell').allTextContents();
  const place = async (number: string) =>
    (await rows.allTextContents()).findIndex((text) => text.includes(number));
  expect(await texts(await place(named!.number_display))).toEqual([
    named!.name!,
    named!.name!.toUpperCase(),
  ]);
  expect(await texts(await place(other!.number_display))).toEqual([
    other!.name!,
    '≠ Differs: =Reception',
  ]);
  await expectNoViolations(page);

  await dialog(page).getByRole('checkbox', { name: 'Only 1 different name' }).check();
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText('Reception');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog(page).getByRole('button', { name: 'Export as CSV: In both' }).click(),
  ]);
  const [header, ...records] = readCsv(await readFile(await download.path(), 'utf8'));
  const nameAt = header!.indexOf('name');
  expect(header!.indexOf('list_name')).toBe(nameAt + 1);
  expect(records.map((record) => record.slice(nameAt, nameAt + 2)).sort()).toEqual(
    [
      [named!.name!, named!.name!.toUpperCase()],
      // A cell that begins like a formula is guarded.
      [other!.name!, "'=Reception"],
    ].sort(),
  );
  const listOnly = page.getByRole('region', { name: 'In your list, not rented' });
  await expect(listOnly.getByRole('listitem')).toHaveText('+442079460958Desk in Leeds');
});

test('the whole selection is searched for the rows of the list', async ({ page, sharedServer }) => {
  const { url } = await sharedServer();
  const number = (await walk(url))[405]!;
  await page.goto(url);
  await loadedAhead(page);
  await showInTable(page, [number]);
  await expect(page.getByRole('heading', { name: 'No match in 100 loaded rows' })).toBeVisible();
  await page.getByRole('button', { name: 'Search all numbers', exact: true }).click();
  await expect(statusLine(page)).toContainText('All 500 searched: 1 match');
  await expect(bodyRows(page)).toHaveCount(1);
  await expect(bodyRows(page)).toContainText(number.number_display);
  await expect(chip(page)).toBeVisible();
});

test('the palette searches all numbers, and Escape shows the list again', async ({
  page,
  serve,
}) => {
  const { url } = await serve({ SANDBOX_LATENCY_MS: '50' });
  const numbers = await walk(url);
  const target = numbers[405]!;
  const fragment = target.number.slice(-7);
  await page.goto(url);
  await loadedAhead(page);
  await showInTable(page, [numbers[1]!]);
  const search = async () => {
    await page.keyboard.press('ControlOrMeta+k');
    await palette(page).getByRole('combobox').fill(fragment);
    await expect(palette(page).getByRole('option', { selected: true })).toHaveText(
      `Search all numbers for “${fragment}”`,
    );
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${url}/?q=${fragment}`);
    await expect(chip(page)).toBeHidden();
  };
  await search();
  await expect(statusLine(page)).toContainText('Searching all numbers…');
  await page.keyboard.press('Escape');
  await expect(chip(page)).toBeVisible();
  await expect(statusLine(page)).toContainText('1 of 100 loaded rows matches');
  await search();
  await expect(statusLine(page)).toContainText('All 500 searched: 1 match');
  await expect(page.getByRole('complementary')).toContainText(target.number_display);
});

test('the palette searches beyond the list when all numbers are loaded', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '40' });
  const numbers = await walk(url);
  const fragment = numbers[20]!.number.slice(-7);
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  await showInTable(page, [numbers[1]!]);
  await page.keyboard.press('ControlOrMeta+k');
  await palette(page).getByRole('combobox').fill(fragment);
  await palette(page)
    .getByRole('option', { name: /^Search all numbers for/ })
    .click();
  await expect(statusLine(page)).toContainText('All 40 searched: 1 match');
  await expect(bodyRows(page)).toContainText(numbers[20]!.number_display);
  await expect(chip(page)).toBeHidden();
});

test('the palette opens a number that the list does not have', async ({ page, sharedServer }) => {
  const { url } = await sharedServer();
  const numbers = await walk(url);
  const target = numbers[405]!;
  await page.goto(url);
  await loadedAhead(page);
  await showInTable(page, [numbers[1]!]);
  await page.keyboard.press('ControlOrMeta+k');
  await palette(page).getByRole('combobox').fill(target.number_display);
  await expect(palette(page).getByRole('option', { selected: true })).toHaveText(
    `Search all numbers for +${target.number}`,
  );
  await page.keyboard.press('Enter');
  await expect(bodyRows(page)).toContainText(target.number_display);
  await expect(chip(page)).toBeHidden();
});

test('a search in vain says that it was for the list', async ({ page, sharedServer }) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '40' });
  const numbers = await walk(url);
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  await showInTable(page, [numbers[1]!]);
  const search = page.getByRole('textbox', { name: 'Search numbers' });
  await search.fill('nothing');
  await search.press('Enter');
  await expect(statusLine(page)).toContainText(
    /^No matches for “nothing”, Pasted list: 1 number \(checked/,
  );
});

test('findings are counted in the rows of the list', async ({ page, sharedServer }) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '40' });
  const numbers = await walk(url);
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  const rail = page.getByRole('navigation', { name: 'Filters' });
  await rail.getByRole('button', { name: /^Warnings/ }).click();
  const found = bodyRows(page).getByRole('rowheader');
  await expect(found.nth(1)).toBeVisible();
  const texts = await found.allInnerTexts();
  await rail.getByRole('button', { name: /^Warnings/ }).click();
  const isFound = ({ number_display: shown }: ApiNumber) =>
    texts.some((text) => text.includes(shown));
  await showInTable(page, [numbers.find(isFound)!, numbers.find((row) => !isFound(row))!]);
  await expect(rail.getByRole('button', { name: /^Warnings/ })).toHaveText(/^Warnings\s*1$/);
  await page.getByRole('link', { name: 'Overview' }).click();
  const card = page.getByRole('figure', { name: 'Findings' });
  await expect(card).toContainText('2 of 40 numbers');
  await expect(card.getByRole('button', { name: /^Warnings/ })).toContainText('1');
});
