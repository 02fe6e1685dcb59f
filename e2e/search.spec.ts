import { expect, type Page } from '@playwright/test';
import { type ApiNumber, walk } from './api.ts';
import { test } from './fixtures.ts';
import { watchQueries } from './requests.ts';
import { bodyRows, loadedAhead, readList, scrollUntil, statusLine } from './table.ts';

const box = (page: Page) => page.getByRole('textbox', { name: 'Search numbers' });

/** Whether a text is anywhere in the JSON of a row. */
const mentions = (number: ApiNumber, text: string) =>
  JSON.stringify(number).toLowerCase().includes(text.toLowerCase());

test('a fragment narrows the loaded rows without a request', async ({ page, serve }) => {
  const { url } = await serve();
  const numbers = await walk(url);
  await page.goto(url);
  await loadedAhead(page);
  const queries = watchQueries(page);
  await box(page).fill('44 20');

  const loaded = numbers.slice(0, 100);
  const matching = loaded.filter((number) => number.number.includes('4420'));
  expect(matching.length).toBeGreaterThan(1);
  const words = `${matching.length} of 100 loaded rows match`;
  await expect(statusLine(page)).toContainText(words);
  const rows = await readList(page, { end: page.getByText(`${words}.`) });
  expect(rows.map((row) => row.Number)).toEqual(matching.map((number) => number.number_display));
  expect(page.url()).toBe(`${url}/?q=44+20`);
  expect(queries).toEqual([]);
});

test('words are looked for in names, countries and addresses', async ({ page, serve }) => {
  const { url } = await serve({ SANDBOX_NUMBERS: '60' });
  const numbers = await walk(url);
  await page.goto(url);
  await expect(statusLine(page)).toContainText('All 60 loaded');
  const [word = ''] = numbers.find(({ name }) => name?.includes(' '))?.name?.split(' ') ?? [];
  await box(page).fill(`  ${word.toUpperCase()} `);
  const matching = numbers.filter((number) => mentions(number, word));
  await expect(bodyRows(page)).toHaveCount(matching.length);
  await expect(statusLine(page)).toContainText(`${matching.length} of all 60 rows match`);
  await expect(
    page.getByRole('button', { name: `Remove filter Contains ${word.toUpperCase()}` }),
  ).toBeVisible();
});

test('a whole number, typed digit by digit, is requested once', async ({ page, serve }) => {
  const { url } = await serve();
  const target = (await walk(url))[477]!;
  await page.goto(url);
  await loadedAhead(page);
  const queries = watchQueries(page);
  await box(page).pressSequentially(target.number);
  await page.keyboard.press('Enter');
  await expect(bodyRows(page)).toHaveCount(1);
  await expect(bodyRows(page)).toContainText(target.number_display);
  await expect(statusLine(page)).toContainText('1 match, loaded');
  // Enter opens the only match.
  await expect(page.getByRole('complementary')).toContainText(target.number_display);
  expect(queries).toEqual([{ number: target.number }]);
});

test('a number the account does not rent says so, and its digits can be looked for', async ({
  page,
  serve,
}) => {
  const { url } = await serve();
  await page.goto(url);
  await loadedAhead(page);
  await box(page).fill('+44 0000 000000');
  await expect(
    page.getByRole('heading', { name: 'No rented number matches these filters' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Search for these digits anywhere' }).click();
  await expect(page.getByRole('heading', { name: 'No match in 100 loaded rows' })).toBeVisible();
});

test('"/" goes to the search box; Escape clears it and leads back to the place before', async ({
  page,
  serve,
}) => {
  const { url } = await serve();
  await page.goto(url);
  const end = page.getByText('End of list · 500 numbers');
  await scrollUntil(page, end);
  await end.scrollIntoViewIfNeeded();
  await expect(end).toBeInViewport();
  await page.keyboard.press('/');
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue('');
  await page.keyboard.type('a/b');
  await expect(box(page)).toHaveValue('a/b');
  await expect(page).toHaveURL(/q=a\/b|q=a%2Fb/);
  await page.keyboard.press('Escape');
  await expect(box(page)).toHaveValue('');
  await expect(box(page)).toBeFocused();
  await expect(page).toHaveURL(`${url}/`);
  await expect(end).toBeInViewport();
});
