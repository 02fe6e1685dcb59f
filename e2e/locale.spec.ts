import type { Page } from '@playwright/test';
import { walk } from './api.ts';
import { countryName } from './country-name.ts';
import { expect, test } from './fixtures.ts';
import { facet } from './rail.ts';
import { grid, statusLine } from './table.ts';

test.use({ locale: 'de-DE', timezoneId: 'Europe/Berlin' });

/** The row of index 1, because rows stand in the document in any order. */
const firstRow = (page: Page) => grid(page).locator('[role=row][aria-rowindex="2"]');
const british = 'Vereinigtes Königreich';

test('countries, counts and dates are as the reader writes them', async ({ page, serve }) => {
  const { url } = await serve({ SANDBOX_NUMBERS: '1310' });
  await page.goto(url);
  await page.getByRole('button', { name: 'Load all', exact: true }).click();
  await expect(statusLine(page)).toContainText(/^All 1\.310 loaded, \d\d:\d\d/);
  await expect(firstRow(page)).toContainText(/\d\d\.\d\d\.\d{4}/);

  const search = page.getByRole('textbox', { name: 'Search numbers' });
  await search.fill('königreich');
  await expect(statusLine(page)).toContainText(/\d of all 1\.310 rows match/);
  await expect(firstRow(page)).toContainText(british);
  await search.fill('');

  await facet(page, 'Country').getByRole('button', { name: british }).click();
  await expect(
    page.getByRole('button', { name: `Remove filter Country ${british}` }),
  ).toBeVisible();
  await firstRow(page).click();
  const panel = page.getByRole('complementary');
  await expect(panel.getByText(new RegExp(`^${british} · .* · rented \\d\\d\\.`))).toBeVisible();
  await expect(panel.getByText('GB, United Kingdom in the API')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Number or command' }).fill('kroatien');
  await expect(page.getByRole('option', { name: 'Country: Kroatien' })).toBeVisible();
});

test('a sort by country follows the names that are shown', async ({ page, serve }) => {
  const { url } = await serve();
  const names = [...new Set((await walk(url)).map((number) => countryName(number, 'de')))].sort(
    new Intl.Collator('de').compare,
  );

  await page.goto(url);
  await page.getByRole('button', { name: 'Load all', exact: true }).click();
  await expect(statusLine(page)).toContainText('All 500 loaded');
  const header = grid(page).getByRole('columnheader', { name: 'Country' }).getByRole('button');
  await header.click();
  await expect(firstRow(page)).toContainText(names[0]!);
  await header.click();
  await expect(firstRow(page)).toContainText(names.at(-1)!);
});
