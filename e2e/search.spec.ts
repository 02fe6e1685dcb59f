import { expect, type Page } from '@playwright/test';
import { type ApiNumber, walk } from './api.ts';
import { test } from './fixtures.ts';
import { facet, facetValue } from './rail.ts';
import { watchQueries } from './requests.ts';
import { bodyRows, loadedAhead, readList, scrollUntil, statusLine } from './table.ts';

const box = (page: Page) => page.getByRole('textbox', { name: 'Search numbers' });

/** Whether a text is anywhere in the JSON of a row. */
const mentions = (number: ApiNumber, text: string) =>
  JSON.stringify(number).toLowerCase().includes(text.toLowerCase());

test('a fragment narrows the loaded rows without a request', async ({ page, sharedServer }) => {
  const { url } = await sharedServer();
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

test('words are looked for in names, countries and addresses', async ({ page, sharedServer }) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '60' });
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

test('a whole number, typed digit by digit, is requested once', async ({ page, sharedServer }) => {
  const { url } = await sharedServer();
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
  sharedServer,
}) => {
  const { url } = await sharedServer();
  await page.goto(url);
  await loadedAhead(page);
  await box(page).fill('+44 7480 000000');
  await expect(
    page.getByRole('heading', { name: 'No rented number matches these filters' }),
  ).toBeVisible();
  await expect(page.getByRole('main')).toContainText(
    /This is the complete result from Apifonica for Number: .?\+447480000000/,
  );
  await page.getByRole('button', { name: 'Search for these digits anywhere' }).click();
  await expect(page.getByRole('heading', { name: 'No match in 100 loaded rows' })).toBeVisible();
});

test('"/" goes to the search box; Escape clears it and leads back to the place before', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
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

test('a search that is cleared leads back to filters that were clicked faster than browsers keep up with', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '60' });
  await page.goto(url);
  await expect(statusLine(page)).toContainText('All 60 loaded');
  // More entries than the browser is told of at once, so without a mouse, which takes its time.
  await facet(page, 'Type').evaluate(async (region) => {
    for (let at = 0; at < 33; at += 1) {
      const type = ['Local', 'Mobile', 'SIP'][at % 3]!;
      const buttons = [...region.querySelectorAll<HTMLElement>('button[aria-pressed]')];
      buttons.find(({ textContent }) => textContent.startsWith(type))!.click();
      await new Promise(requestAnimationFrame);
    }
  });
  const all = await statusLine(page).textContent();
  await box(page).pressSequentially('de');
  await expect(statusLine(page)).not.toHaveText(all!);
  for (const _ of 'de') await page.keyboard.press('Backspace');
  await expect(statusLine(page)).toHaveText(all!);
  await expect(page).toHaveURL(`${url}/?type=local,mobile,sip`);
  await page.goBack();
  await expect(page).toHaveURL(`${url}/?type=local,mobile`);
});

test('a search is one step of the history, from which Escape and Back lead to the list before', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '60' });
  await page.goto(url);
  await expect(statusLine(page)).toContainText('All 60 loaded');
  await facetValue(page, 'Type', 'Local').click();
  const filtered = `${url}/?type=local`;
  await expect(page).toHaveURL(filtered);

  await box(page).pressSequentially('desk');
  await expect(page).toHaveURL(`${filtered}&q=desk`);
  await page.goBack();
  await expect(page).toHaveURL(filtered);
  await expect(box(page)).toHaveValue('');
  await page.goForward();
  await expect(page).toHaveURL(`${filtered}&q=desk`);
  await expect(box(page)).toHaveValue('desk');
  await page.goBack();

  // Digits narrow the rows until they are a whole number.
  await box(page).pressSequentially('447480600503');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${url}/?number=447480600503&type=local`);
  await page.goBack();
  await expect(page).toHaveURL(filtered);

  await box(page).pressSequentially('main');
  await expect(page).toHaveURL(`${filtered}&q=main`);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(filtered);
  await expect(box(page)).toHaveValue('');
  await page.goBack();
  await expect(page).toHaveURL(`${url}/`);
});

test('a text that is cleared and typed anew at once is the one that counts', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '60' });
  await page.goto(url);
  await expect(statusLine(page)).toContainText('All 60 loaded');
  await box(page).pressSequentially('desk');
  await page.keyboard.press('Escape');
  await page.keyboard.type('main');
  await expect(box(page)).toHaveValue('main');
  await expect(page).toHaveURL(`${url}/?q=main`);
  await page.goBack();
  await expect(page).toHaveURL(`${url}/`);
});

test('a number typed in part finds what begins with it, and is not said to be missing', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const numbers = await walk(url);
  await page.goto(url);
  await loadedAhead(page);
  const queries = watchQueries(page);
  const part = numbers.find(({ number }) => number.length === 12)!.number.slice(0, 9);
  await box(page).fill(`+${part}`);
  const matching = numbers.slice(0, 100).filter(({ number }) => number.startsWith(part));
  await expect(bodyRows(page)).toHaveCount(matching.length);
  await expect(statusLine(page)).toContainText('of 100 loaded rows match');

  await box(page).fill('+44123456');
  await expect(page.getByRole('heading', { name: 'No match in 100 loaded rows' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Search all numbers' })).toBeVisible();
  expect(queries).toEqual([]);
});
