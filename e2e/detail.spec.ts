import type { Locator, Page } from '@playwright/test';
import { type ApiNumber, walk } from './api.ts';
import { expect, test } from './fixtures.ts';
import { facetValue } from './rail.ts';
import { bodyRows, grid, loadedAhead, readTable, sortButton, statusLine } from './table.ts';

const panel = (page: Page) => page.getByRole('complementary');
const openNumber = (page: Page) => panel(page).getByRole('heading', { level: 2 });
const cellOf = (page: Page, number: ApiNumber) =>
  grid(page).getByRole('rowheader', { name: number.number_display });

/** Presses Tab until the target has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const step = async () => {
    await page.keyboard.press('Tab');
    return target.evaluate((element) => element === document.activeElement);
  };
  await expect
    .poll(step, { message: `Tab reaches ${target}`, intervals: [1], timeout: 60_000 })
    .toBe(true);
}

test('the keyboard alone opens a number, walks the rows and comes back', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const numbers = await walk(url);
  await page.goto(url);
  await loadedAhead(page);

  await tabTo(page, sortButton(page, 'Number'));
  await page.keyboard.press('ArrowDown');
  await expect(cellOf(page, numbers[0]!)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(openNumber(page)).toHaveText(numbers[1]!.number_display);
  await expect(page).toHaveURL(`${url}/?open=${numbers[1]!.number}`);
  await expect(panel(page)).toBeFocused();
  await expect(grid(page).locator('[role=row][aria-current=true]')).toContainText(
    numbers[1]!.number_display,
  );

  for (const at of [2, 3, 4]) {
    await page.keyboard.press('ArrowDown');
    await expect(openNumber(page)).toHaveText(numbers[at]!.number_display);
    await expect(page).toHaveURL(`${url}/?open=${numbers[at]!.number}`);
  }
  await page.keyboard.press('ArrowUp');
  await expect(openNumber(page)).toHaveText(numbers[3]!.number_display);

  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(page).toHaveURL(`${url}/`);
  await expect(cellOf(page, numbers[3]!)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(cellOf(page, numbers[4]!)).toBeFocused();
});

test('going on from the last loaded row loads the next page', async ({ page, serve }) => {
  const plain = await serve({ SANDBOX_NUMBERS: '100' });
  const numbers = await walk(plain.url);
  const { url } = await serve({ SANDBOX_LATENCY_MS: '300', SANDBOX_NUMBERS: '100' });
  await page.goto(url);
  await expect(bodyRows(page).first()).toBeVisible();
  await cellOf(page, numbers[0]!).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await expect(panel(page)).toBeVisible();
  const start = numbers.findIndex((number) => page.url().endsWith(number.number));
  expect(start % 20).toBe(19);
  for (let at = start + 1; at < start + 4; at += 1) {
    await page.keyboard.press('ArrowDown');
    await expect(openNumber(page)).toHaveText(numbers[at]!.number_display);
  }
});

test('at the end of a sorted list the next page is loaded too, and a row sorted in behind is shown', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const numbers = await walk(url);
  const largest = (count: number) =>
    numbers
      .slice(0, count)
      .map((number) => number.number)
      .sort()
      .at(-1)!;
  const last = largest(100);
  await page.goto(url);
  await loadedAhead(page);
  await sortButton(page, 'Number').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${url}/?sort=number&open=${last}`);

  // Some page has a larger number; until that page is loaded, the panel stays at the last row.
  const pages = Array.from({ length: 20 }, (_, at) => 120 + at * 20);
  const found = pages.find((count) => largest(count) !== last)!;
  for (let count = 120; count <= found; count += 20) {
    await page.keyboard.press('ArrowDown');
    await expect(statusLine(page)).toContainText(`within ${count} loaded rows`);
  }
  await expect(page).not.toHaveURL(new RegExp(last));
});

for (const [key, change] of [
  ['Escape', 'closing it'],
  ['ArrowUp', 'going back'],
] as const) {
  test(`${change} at the end of the list counts, though the next page comes later`, async ({
    page,
    serve,
  }) => {
    const { url } = await serve({ SANDBOX_LATENCY_MS: '400', SANDBOX_NUMBERS: '60' });
    await page.goto(`${url}/?sort=number`);
    await expect(statusLine(page)).toContainText('within 20 loaded rows');
    const rows = await readTable(page);
    await grid(page).getByRole('rowheader').last().click();
    await expect(openNumber(page)).toHaveText(rows.at(-1)!.Number!);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(key);
    await expect(statusLine(page)).toContainText('within 40 loaded rows');
    if (key === 'Escape') {
      await expect(panel(page)).toBeHidden();
      expect(page.url()).toBe(`${url}/?sort=number`);
    } else {
      await expect(openNumber(page)).toHaveText(rows.at(-2)!.Number!);
    }
  });
}

test('an address with a number far down the list opens it', async ({ page, sharedServer }) => {
  const { url } = await sharedServer();
  const numbers = await walk(url);
  const target = numbers[321]!;
  await page.goto(`${url}/?open=${target.number}`);
  await expect(openNumber(page)).toHaveText(target.number_display);
  await expect(panel(page)).toContainText(target.number_sid);
  await expect(bodyRows(page).first()).toContainText(numbers[0]!.number_display);
  await page.getByRole('button', { name: 'Close details' }).click();
  await expect(panel(page)).toBeHidden();
  expect(page.url()).toBe(`${url}/`);
});

test('an address with a number the account does not rent explains itself', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  await page.goto(`${url}/?open=49000000000`);
  await expect(openNumber(page)).toHaveText('Number details');
  await expect(panel(page)).toContainText('Apifonica does not list it for this account');
  await expect(bodyRows(page).first()).toBeVisible();
});

const grouped = {
  Voice: ['voice', 'call_controller', 'call_method', 'call_app_sid', 'mode', 'endpoint_sid'],
  Messaging: ['messaging', 'msg_controller', 'msg_method', 'msg_app_sid'],
  Identity: [
    'number',
    'name',
    'type',
    'country_name',
    'country_code',
    'number_sid',
    'account_sid',
    'has_token',
    'created',
    'updated',
  ],
} satisfies Record<string, (keyof ApiNumber)[]>;

/** The panel's text for a value that is set. */
function inWords(number: ApiNumber, field: keyof ApiNumber): string {
  const value = number[field];
  if (field === 'has_token') return value ? 'Set, kept on the server' : 'Not set';
  if (typeof value === 'boolean') return value ? 'On' : 'Off';
  if (field === 'created' || field === 'updated')
    return String(value).replace(/(.+)T(.+)([+-].+)/, '$1 $2 UTC$3');
  return value || 'Not set';
}

test('the panel has every field of the API, and the SIP token never', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const numbers = await walk(url);
  const sip = numbers.find((number) => number.has_token)!;
  const plain = numbers.find((number) => !number.has_token && number.call_controller)!;
  const trunk = numbers.find((number) => number.endpoint_sid)!;
  const { number_display: _, number_e164: __, ...shown } = sip;
  expect(Object.values(grouped).flat().sort()).toEqual(Object.keys(shown).sort());
  for (const number of [sip, plain, trunk]) {
    await page.goto(`${url}/?open=${number.number}`);
    await expect(openNumber(page)).toHaveText(number.number_display);
    for (const [name, fields] of Object.entries(grouped)) {
      const text = await panel(page).getByRole('region', { name }).textContent();
      for (const field of fields) expect.soft(text, field).toContain(inWords(number, field));
    }
    expect(await page.content()).not.toContain('sandbox-sip-token');
  }
});

test('Back closes the panel, after walking too', async ({ page, sharedServer }) => {
  const { url } = await sharedServer();
  const numbers = await walk(url);
  await page.goto(`${url}/?voice=true`);
  await bodyRows(page).first().getByRole('gridcell', { name: 'Voice' }).first().click();
  await expect(panel(page)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const third = numbers.filter((number) => number.voice)[2]!;
  await expect(openNumber(page)).toHaveText(third.number_display);
  await page.goBack();
  await expect(panel(page)).toBeHidden();
  await expect(page).toHaveURL(`${url}/?voice=true`);
  await page.goForward();
  await expect(openNumber(page)).toHaveText(third.number_display);
});

test('Escape closes the panel and undoes nothing that was chosen beside it', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  await page.goto(url);
  await bodyRows(page).first().getByRole('rowheader').click();
  await expect(panel(page)).toBeVisible();
  await facetValue(page, 'Type', 'Mobile').click();
  await expect(page).toHaveURL(/type=mobile/);
  await page.getByRole('columnheader', { name: 'Number' }).getByRole('button').first().click();
  await expect(page).toHaveURL(/sort=number/);
  await panel(page).focus();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(page).toHaveURL(`${url}/?type=mobile&sort=number`);
});

test('the keys that close the panel work after a reload too', async ({ page, sharedServer }) => {
  const { url } = await sharedServer();
  await page.goto(`${url}/?voice=true`);
  await bodyRows(page).first().getByRole('rowheader').click();
  await expect(panel(page)).toBeVisible();
  await page.reload();
  await expect(panel(page)).toBeVisible();
  const entries = await page.evaluate(() => history.length);
  await panel(page).focus();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(page).toHaveURL(`${url}/?voice=true`);
  await page.goForward();
  await expect(panel(page)).toBeVisible();
  expect(await page.evaluate(() => history.length)).toBe(entries);
});

test('fields are explained behind a button, which is remembered', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '60' });
  await page.goto(url);
  await bodyRows(page).first().click();
  const explain = panel(page).getByRole('button', { name: 'Explain the fields' });
  const meaning = panel(page).getByText('Can make and receive calls');
  await expect(explain).toHaveAttribute('aria-expanded', 'false');
  await expect(meaning).toHaveCount(0);
  await explain.press('Enter');
  await expect(explain).toHaveAttribute('aria-expanded', 'true');
  await expect(meaning).toBeVisible();
  await page.reload();
  await expect(meaning).toBeVisible();
  await explain.click();
  await expect(meaning).toHaveCount(0);
});
