import { said } from './announcements.ts';
import { dialled, walk } from './api.ts';
import { expect, test } from './fixtures.ts';
import { expectSteadyLayout, watchLayoutShifts } from './layout-shift.ts';
import { bodyRows, loadedAhead, readTable, statusLine, toggleColumns } from './table.ts';

test('a chosen theme is kept over a reload, set before the first paint', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '20' });
  await page.addInitScript(() => {
    const themes: [theme: string | undefined, at: number][] = [];
    Object.assign(globalThis, { themes });
    new MutationObserver((records) => {
      if (records.some(({ attributeName }) => attributeName === 'data-theme'))
        themes.push([document.documentElement.dataset.theme, performance.now()]);
    }).observe(document, { subtree: true, attributes: true });
  });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(url);
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.getByRole('button', { name: 'Use the dark theme' }).click();
  expect(await background()).not.toBe(light);
  const dark = await background();

  await page.reload();
  await expect(page.getByRole('button', { name: 'Use the light theme' })).toBeVisible();
  await expect.poll(background).toBe(dark);
  const { themes, painted } = await page.evaluate(() => ({
    themes: (globalThis as unknown as { themes: [string, number][] }).themes,
    painted: performance.getEntriesByName('first-paint')[0]!.startTime,
  }));
  expect(themes.map(([theme]) => theme)).toEqual(['dark']);
  expect(themes[0]![1]).toBeLessThan(painted);

  await page.getByRole('button', { name: 'Use the light theme' }).click();
  await expect.poll(background).toBe(light);
});

test('without a choice the theme follows the system', async ({ page, sharedServer }) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '20' });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(url);
  await expect(page.getByRole('button', { name: 'Use the light theme' })).toBeVisible();
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(page.getByRole('button', { name: 'Use the dark theme' })).toBeVisible();
});

test('chosen columns are kept over a reload, until they are reset', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '20' });
  const headers = async () => Object.keys((await readTable(page))[0] ?? {});
  await page.goto(url);
  await expect(bodyRows(page).first()).toBeVisible();
  const usual = await headers();
  expect(usual).not.toContain('Endpoint SID');

  await toggleColumns(page, 'Capabilities', 'Endpoint SID');
  const changed = await headers();
  expect(changed).toContain('Endpoint SID');
  expect(changed).not.toContain('Capabilities');
  await page.reload();
  await expect(bodyRows(page).first()).toBeVisible();
  await expect.poll(headers).toEqual(changed);

  await page.getByRole('button', { name: 'Columns' }).click();
  await expect(page.getByRole('checkbox', { name: 'Number', exact: true })).toBeDisabled();
  await page.getByRole('button', { name: 'Reset columns' }).click();
  await expect.poll(headers).toEqual(usual);
  await page.reload();
  await expect(bodyRows(page).first()).toBeVisible();
  await expect.poll(headers).toEqual(usual);
});

test('nothing moves during the first load of the page', async ({ page, serve }) => {
  const { url } = await serve({ SANDBOX_LATENCY_MS: '150' });
  await watchLayoutShifts(page);
  await page.goto(url);
  await expect(page.getByTestId('skeleton')).toBeVisible();
  await loadedAhead(page);
  await expectSteadyLayout(page);
});

test('one click copies a number as `+` and digits, and so do keys and the details', async ({
  page,
  context,
  sharedServer,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '20' });
  const [first] = await walk(url);
  await page.goto(url);
  await expect(statusLine(page)).toContainText('All 20 loaded');
  await bodyRows(page).first().hover();
  const copied = dialled(first!);
  await page.getByRole('button', { name: `Copy ${copied}`, exact: true }).click();
  await expect(said(page, `Copied ${copied}`)).toBeAttached();
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(() => clipboard()).toBe(copied);
  await expect(page.getByRole('complementary')).toBeHidden();

  await page.evaluate(() => navigator.clipboard.writeText(''));
  await bodyRows(page).first().getByRole('rowheader').focus();
  await page.keyboard.press('Control+c');
  await expect.poll(clipboard).toBe(copied);

  await page.evaluate(() => navigator.clipboard.writeText(''));
  await page.keyboard.press('Enter');
  const details = page.getByRole('complementary');
  await details.getByRole('button', { name: `Copy ${copied}`, exact: true }).click();
  await expect.poll(clipboard).toBe(copied);
});

test('the account and the source of its data are named', async ({ page, sharedServer }) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '20' });
  const [first] = await walk(url);
  await page.goto(url);
  await expect(page.getByTitle(first!.account_sid)).toHaveText(/^acc.{6,8}….{4}$/);
  await expect(page.getByText('Sandbox data')).toBeVisible();
});

test('Refresh reads a list that has no end yet again from its first page', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  await page.goto(url);
  await loadedAhead(page);
  const request = page.waitForRequest(`${url}/api/numbers`);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await request;
  await loadedAhead(page);
  await expect(bodyRows(page).first()).toBeVisible();
});

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('filters are a sheet', async ({ page, sharedServer }) => {
    const { url } = await sharedServer({ SANDBOX_NUMBERS: '60' });
    await page.goto(url);
    await expect(page.getByRole('navigation', { name: 'Filters' })).toBeHidden();
    await expect(statusLine(page)).toContainText('All 60 loaded');
    await page.getByRole('button', { name: 'Filters' }).click();
    const sheet = page.getByRole('dialog', { name: 'Filters' });
    await sheet.getByRole('button', { name: /^Mobile/ }).click();
    await expect(page).toHaveURL(`${url}/?type=mobile`);
    await sheet.getByRole('button', { name: 'Done' }).click();
    await expect(sheet).toBeHidden();
    await expect(page.getByRole('button', { name: 'Remove filter Type Mobile' })).toBeVisible();
    const mobile = await walk(url, { type: 'mobile' });
    await expect(statusLine(page)).toContainText(`${mobile.length} of all 60 rows match`);
    await expect(bodyRows(page).first()).toContainText(mobile[0]!.number_display);
  });

  test('the details are the whole page', async ({ page, sharedServer }) => {
    const { url } = await sharedServer({ SANDBOX_NUMBERS: '20' });
    await page.goto(url);
    await bodyRows(page).nth(1).getByText(/^\+/).tap();
    const panel = page.getByRole('complementary');
    expect(await panel.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
    await panel.getByRole('button', { name: 'Back to the numbers' }).click();
    await expect(panel).toBeHidden();
  });

  test('the page itself never scrolls sideways', async ({ page, sharedServer }) => {
    const { url } = await sharedServer({ SANDBOX_NUMBERS: '20' });
    await page.goto(`${url}/?country_code=GB,DE,US&type=local&voice=true&messaging=false`);
    await expect(statusLine(page)).toContainText(/loaded, \d+:\d\d/);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(390);
    await expect(page.getByRole('button', { name: /^Export/ })).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('button', { name: 'Refresh' })).toBeInViewport({ ratio: 1 });
  });
});

test('invalid parts of an address are named, and the rest is used', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '60' });
  await page.goto(`${url}/?number=abc&voice=maybe&sort=-created`);
  const notice = page.getByRole('group', {
    name: 'Ignored in this link: number=abc, voice=maybe.',
  });
  await expect(notice).toBeVisible();
  await expect(page).toHaveURL(`${url}/?sort=-created`);
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice).toBeHidden();
});
