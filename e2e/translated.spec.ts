import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { type ApiNumber, walk } from './api.ts';
import { expect, test } from './fixtures.ts';
import { facet, facetCounts, facetValue } from './rail.ts';
import { readCsv } from './read-files.ts';
import {
  allLoaded,
  bodyRows,
  exportChoices,
  grid,
  loadAll,
  loadedAhead,
  readList,
  readTable,
  scrollUntil,
  statusLine,
  toggleColumns,
} from './table.ts';
import { translateAlways } from './translator.ts';

const search = (page: Page) => page.getByRole('textbox', { name: 'Search numbers' });
const details = (page: Page) => page.getByRole('complementary');
const displays = (numbers: readonly ApiNumber[]) =>
  numbers.map(({ number_display }) => number_display).sort();
const shown = async (page: Page) => (await readList(page)).map((row) => row.Number).sort();

// Each of these tests uses many features, and the machine may be busy.
test.setTimeout(240_000);
test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

test('W2 a translated page loads, filters, searches, sorts and counts as any other', async ({
  page,
  serve,
}) => {
  const { url } = await serve({ SANDBOX_NUMBERS: '400' });
  const numbers = await walk(url);
  const besides = await translateAlways(page);
  await page.goto(url);
  await loadedAhead(page);
  await expect(statusLine(page).locator('font').first()).toBeVisible();
  await scrollUntil(page, statusLine(page).getByText(/^(1[2-9]|[23]\d)0 loaded/), 60_000);
  await loadAll(page);
  await expect(statusLine(page)).toContainText('All 400 loaded,');
  await expect.poll(() => shown(page)).toEqual(displays(numbers));

  // Counts that change are also updated on screen.
  const mobile = numbers.filter(({ type }) => type === 'mobile');
  expect((await facetCounts(page, 'Type')).Mobile).toBe(mobile.length);
  await facetValue(page, 'Type', 'Mobile').click();
  await expect(statusLine(page)).toContainText(`${mobile.length} of all 400 rows match`);
  await expect(page.getByRole('button', { name: 'Remove filter Type Mobile' })).toBeVisible();
  await expect.poll(() => shown(page)).toEqual(displays(mobile));
  await facet(page, 'Country')
    .getByRole('button', { name: /more…$/ })
    .click();
  await facet(page, 'Country').getByRole('button', { name: 'Show fewer' }).click();
  await page.getByRole('radio', { name: 'Yes' }).first().check({ force: true });
  await expect(page.getByRole('button', { name: 'Remove filter Voice Yes' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(statusLine(page)).toContainText('All 400 loaded,');

  for (const target of [numbers[385]!, numbers[11]!]) {
    // Enough digits that no name contains them.
    const typed = target.number.slice(-7);
    await search(page).fill(typed);
    const found = numbers.filter(({ number }) => number.includes(typed)).length;
    await expect(statusLine(page)).toContainText(`${found} of all 400 rows match`);
    await expect(bodyRows(page)).toHaveCount(found);
  }
  await search(page).fill('nothing has this');
  await expect(page.getByRole('heading', { name: /^No match/ })).toBeVisible();
  await search(page).fill('');
  await expect(statusLine(page)).not.toContainText('match');

  const header = page.getByRole('columnheader', { name: 'Number' });
  await header.getByRole('button').first().click();
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  const ascending = numbers.map(({ number }) => number).sort();
  await expect
    .poll(async () => (await readTable(page)).find(({ index }) => index === '1')?.Number)
    .toBe(numbers.find(({ number }) => number === ascending[0])!.number_display);
  await header.getByRole('button').first().click();
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await header.getByRole('button').first().click();

  await toggleColumns(page, 'Type', 'Number SID', 'SIP token');
  await expect(page.getByRole('columnheader', { name: 'Number SID' })).toBeVisible();
  await toggleColumns(page, 'Number SID', 'SIP token');
  await expect(page.getByRole('columnheader', { name: 'Number SID' })).toBeHidden();
  await statusLine(page).getByRole('button', { name: 'Refresh' }).click();
  await expect(allLoaded(page)).toBeVisible();
  expect(await besides()).toEqual([]);
});

test('W2 a translated page opens, compares, exports and prints as any other', async ({
  page,
  serve,
}) => {
  const { url } = await serve({ SANDBOX_NUMBERS: '120' });
  const numbers = await walk(url);
  const [first, second, third] = numbers as [ApiNumber, ApiNumber, ApiNumber];
  const besides = await translateAlways(page);
  await page.goto(url);
  await loadedAhead(page);

  // Details from row to row, and a finding accepted and opened again.
  await grid(page).getByRole('rowheader', { name: first.number_display }).click();
  const heading = details(page).getByRole('heading', { level: 2 });
  await expect(heading).toHaveText(first.number_display);
  await details(page).getByRole('button', { name: 'Next number' }).click();
  await expect(heading).toHaveText(second.number_display);
  await expect(details(page)).toContainText(second.number_sid);
  await expect(details(page)).not.toContainText(first.number_sid);
  await page.keyboard.press('Escape');
  await expect(details(page)).toBeHidden();

  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await page.keyboard.type(third.number);
  await expect(palette.getByRole('option', { selected: true })).toContainText(third.number_display);
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await expect(heading).toHaveText(third.number_display);
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText(
    'Go to the search box',
  );
  await page.keyboard.press('Escape');

  // Selected rows, compared, copied and cleared.
  for (const { number } of [first, second])
    await page.getByRole('checkbox', { name: `Select ${number}`, exact: true }).click();
  const bar = page.getByRole('region', { name: 'Selection' });
  await expect(bar).toContainText('2 loaded rows selected');
  await bar.getByRole('button', { name: 'Compare' }).click();
  const comparison = page.getByRole('dialog', { name: /^Compar/ });
  await expect(comparison).toContainText(second.number_sid);
  await comparison.getByRole('checkbox').check();
  await comparison.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await bar.getByRole('button', { name: 'Clear the selection' }).click();
  await expect(bar).toBeHidden();

  // A pasted list, whose counts grow as more is loaded.
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Compare with a list of numbers' }).click();
  const paste = page.getByRole('dialog', { name: 'Compare with a list of numbers' });
  const last = numbers.at(-1)!;
  await paste
    .getByRole('textbox', { name: 'Your numbers' })
    .fill(`${first.number_display}\n${last.number_display}\n4.4748E+11`);
  const both = paste.getByRole('heading', { name: /^In both/ });
  await expect(both).toHaveText('In both1');
  await paste.getByRole('button', { name: 'Load all' }).click();
  await expect(both).toHaveText('In both2');
  await expect(paste.getByText('Compared with all 120 rows.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(paste).toBeHidden();

  await page.getByRole('button', { name: /^Export / }).click();
  const download = page.waitForEvent('download');
  await exportChoices(page).getByRole('button', { name: /^CSV/ }).click();
  const rows = readCsv(await readFile(await (await download).path(), 'utf8'));
  expect(rows).toHaveLength(121);

  await page.getByRole('link', { name: 'Overview' }).click();
  const types = page.getByRole('figure', { name: 'Numbers by type' });
  const mobile = numbers.filter(({ type }) => type === 'mobile').length;
  await types.getByRole('button', { name: `Mobile: ${mobile} numbers` }).click();
  await expect(page).toHaveURL(/type=mobile/);
  await types.getByRole('button', { name: 'Show Numbers by type as table' }).click();
  await expect(types.getByRole('row').filter({ hasText: 'Mobile' })).toHaveText(
    new RegExp(`^Mobile${mobile}\\d+\\.\\d%$`),
  );
  await types.getByRole('button', { name: 'Show Numbers by type as table' }).click();
  await page.getByRole('button', { name: 'Clear all' }).click();
  await page.getByRole('link', { name: 'Table' }).click();

  const views = page.getByRole('button', { name: 'Views' });
  await views.click();
  await page.getByRole('textbox', { name: 'View name' }).fill('Mine');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'View Mine' }).click();
  await page.getByRole('button', { name: 'Delete view Mine' }).click();
  await expect(page.getByText('No saved views yet.')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.print-sheet')).toContainText(last.number_display);
  await page.emulateMedia({ media: null });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.locator('.print-sheet')).toHaveCount(0);
  expect(await besides()).toEqual([]);
});

test.describe('with trouble', () => {
  test.use({ requestsFail: true });

  test('W2 a translated page shows its notices, and signs in', async ({ page, serve }) => {
    const { url } = await serve({
      DASHBOARD_PASSWORD: 'correct horse',
      SANDBOX_SCENARIO: 'malformed-later',
    });
    const besides = await translateAlways(page);
    await page.goto(url);
    const signIn = page.getByRole('dialog', { name: 'Sign in to Rented Numbers' });
    await page.getByLabel('Password').fill('wrong');
    await page.keyboard.press('Enter');
    await expect(signIn.getByRole('alert')).toContainText('Wrong password');
    await page.getByLabel('Password').fill('correct horse');
    await page.keyboard.press('Enter');
    await expect(signIn).toBeHidden();
    const notice = page.getByRole('main').getByRole('alert');
    await expect(notice).toBeVisible();
    const request = await notice.getByText(/^Request/).textContent();
    await notice.getByRole('button', { name: 'Try again' }).click();
    await expect(notice.getByText(/^Request/)).not.toHaveText(request ?? '');
    expect(await besides()).toEqual([]);
  });
});

test('W2 numbers, SIDs, names and addresses ask not to be translated', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '40' });
  const numbers = await walk(url);
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  await toggleColumns(page, 'Number SID', 'Account SID');
  await grid(page).getByRole('rowheader').first().click();
  await expect(details(page)).toContainText(numbers[0]!.number_sid);
  const values = numbers.flatMap((number) =>
    [number.number_display, number.name, number.number_sid, number.account_sid, number.mode].filter(
      (value) => value !== null,
    ),
  );
  const translated = await page.evaluate((never) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (texts.nextNode()) {
      const { textContent, parentElement } = texts.currentNode;
      if (parentElement?.translate && never.includes(textContent ?? '')) found.push(textContent!);
    }
    return found;
  }, values);
  expect(translated).toEqual([]);
});
