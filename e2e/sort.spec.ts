import type { Page } from '@playwright/test';
import { type ApiNumber, walk } from './api.ts';
import { countryName } from './country-name.ts';
import { expect, test } from './fixtures.ts';
import { bodyRows, loadedAhead, readList, sortButton, statusLine, toggleColumns } from './table.ts';

const header = (page: Page, name: string) => page.getByRole('columnheader', { name });
const sortBy = (page: Page, name: string) => sortButton(page, name).click();
const endOfLoaded = (page: Page) => page.getByText('Only loaded rows are sorted.');

/** A stable sort, as on the page: equal rows keep the order in which they arrived. */
const ordered = (
  numbers: ApiNumber[],
  key: (number: ApiNumber) => number | string,
  direction: 1 | -1,
) =>
  numbers
    .toSorted((a, b) => (key(a) < key(b) ? -direction : key(a) > key(b) ? direction : 0))
    .map((number) => number.number_display);

const shown = async (page: Page) =>
  (await readList(page, { end: endOfLoaded(page) })).map((row) => row.Number);

test('a header sorts the loaded rows ascending, then descending, then not', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const loaded = (await walk(url)).slice(0, 100);
  const rented = (number: ApiNumber) => Date.parse(number.created);
  await page.goto(url);
  await loadedAhead(page);
  await expect(header(page, 'Rented')).toHaveAttribute('aria-sort', 'none');

  await sortBy(page, 'Rented');
  await expect(header(page, 'Rented')).toHaveAttribute('aria-sort', 'ascending');
  await expect(page).toHaveURL(`${url}/?sort=created`);
  await expect(statusLine(page)).toContainText('Sorted by rented within 100 loaded rows');
  await expect.poll(() => shown(page)).toEqual(ordered(loaded, rented, 1));

  await sortBy(page, 'Rented');
  await expect(header(page, 'Rented')).toHaveAttribute('aria-sort', 'descending');
  await expect(page).toHaveURL(`${url}/?sort=-created`);
  await expect.poll(() => shown(page)).toEqual(ordered(loaded, rented, -1));

  await sortBy(page, 'Rented');
  await expect(header(page, 'Rented')).toHaveAttribute('aria-sort', 'none');
  await expect(page).toHaveURL(`${url}/`);
  await expect(statusLine(page)).not.toContainText('Sorted');
  await expect(bodyRows(page).first()).toContainText(loaded[0]!.number_display);
});

test('one column sorts at a time', async ({ page, sharedServer }) => {
  const { url } = await sharedServer();
  const loaded = (await walk(url)).slice(0, 100);
  await page.goto(url);
  await loadedAhead(page);
  await sortBy(page, 'Country');
  await expect.poll(() => shown(page)).toEqual(ordered(loaded, (number) => countryName(number), 1));
  await sortBy(page, 'Number');
  await expect(header(page, 'Country')).toHaveAttribute('aria-sort', 'none');
  await expect(header(page, 'Number')).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(() => shown(page)).toEqual(ordered(loaded, (number) => number.number, 1));
});

test('a sort pauses loading; the next page is sorted in when asked for', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const numbers = await walk(url);
  await page.goto(url);
  await loadedAhead(page);
  await sortBy(page, 'Number');
  await readList(page, { end: endOfLoaded(page) });
  await page.getByRole('button', { name: 'Load the next 20' }).click();
  await expect(statusLine(page)).toContainText('Sorted by number within 120 loaded rows');
  await expect
    .poll(() => shown(page))
    .toEqual(ordered(numbers.slice(0, 120), (number) => number.number, 1));
});

test('once everything is loaded the sort covers all of it', async ({ page, sharedServer }) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '60' });
  const numbers = await walk(url);
  await page.goto(url);
  await expect(statusLine(page)).toContainText('All 60 loaded');
  await toggleColumns(page, 'Updated');
  await sortBy(page, 'Updated');
  await sortBy(page, 'Updated');
  await expect(statusLine(page)).toContainText('Sorted by updated, all 60 rows');
  expect((await readList(page)).map((row) => row.Number)).toEqual(
    ordered(numbers, (number) => Date.parse(number.updated), -1),
  );
});

test('rows without a name come last in either direction', async ({ page, sharedServer }) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '40' });
  const named = (await walk(url)).filter((number) => number.name).length;
  expect(named).toBeLessThan(40);
  await page.goto(url);
  await expect(statusLine(page)).toContainText('All 40 loaded');
  for (const direction of ['ascending', 'descending']) {
    await sortBy(page, 'Name');
    await expect(header(page, 'Name')).toHaveAttribute('aria-sort', direction);
    const names = (await readList(page)).map((row) => row.Name);
    expect(names.slice(0, named)).not.toContain('');
    expect(new Set(names.slice(named))).toEqual(new Set(['']));
  }
});
