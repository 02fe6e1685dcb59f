import type { Page } from '@playwright/test';
import { walk } from './api.ts';
import { bar, details, phone, pressLong, selection } from './finger.ts';
import { expect, test } from './fixtures.ts';
import { allLoaded, bodyRows } from './table.ts';

const few = { SANDBOX_NUMBERS: '60' };
const sheet = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });
const press = (page: Page, name: string) => bar(page).getByRole('button', { name }).tap();
const openMore = (page: Page) => page.getByRole('button', { name: 'More', exact: true }).tap();
const noSheet = (page: Page) => expect(page.locator('dialog[open], :popover-open')).toHaveCount(0);

/** Waits until the history is as long as the page's last step made it. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    for (const _ of 'abcd') await new Promise(requestAnimationFrame);
  });

test.use(phone);

test.describe('Back closes what lies over the list, and stays at the list', () => {
  const sheets: [name: string, open: (page: Page) => Promise<void>][] = [
    ['the filters', (page) => press(page, 'Filters')],
    ['the sort', (page) => press(page, 'Sort')],
    ['the export', (page) => press(page, 'Export')],
    ['More', openMore],
    ['the commands', (page) => page.getByRole('button', { name: 'Commands' }).tap()],
  ];
  test('each sheet', async ({ page, sharedServer }) => {
    const { url } = await sharedServer(few);
    for (const [name, open] of sheets) {
      await test.step(name, async () => {
        await page.goto(`${url}/?show=overview`);
        await bar(page).getByRole('link', { name: 'Numbers' }).tap();
        await expect(allLoaded(page)).toBeVisible();
        await open(page);
        await expect(page.locator('dialog[open]')).toBeVisible();
        await page.goBack();
        await noSheet(page);
        await expect(page).toHaveURL(`${url}/`);
        // Forward opens nothing again.
        await page.goForward();
        await settled(page);
        await noSheet(page);
        await expect(page).toHaveURL(`${url}/`);
        await page.goBack();
        await page.goBack();
        await expect(page).toHaveURL(`${url}/?show=overview`);
      });
    }
  });

  test('a menu of the selected rows', async ({ page, sharedServer }) => {
    const { url } = await sharedServer(few);
    await page.goto(`${url}/`);
    await expect(allLoaded(page)).toBeVisible();
    await pressLong(page, bodyRows(page).nth(1), selection(page));
    await selection(page).getByRole('button', { name: 'Export the selection' }).tap();
    await expect(page.locator(':popover-open')).toBeVisible();
    await page.goBack();
    await noSheet(page);
    await expect(selection(page)).toContainText('1 row selected');
    await expect(page).toHaveURL(`${url}/`);
  });

  test('one sheet that leads to another one, in one step', async ({ page, sharedServer }) => {
    const { url } = await sharedServer(few);
    await page.goto(`${url}/?show=overview`);
    await bar(page).getByRole('link', { name: 'Numbers' }).tap();
    await expect(allLoaded(page)).toBeVisible();
    await openMore(page);
    await sheet(page, 'More')
      .getByRole('button', { name: /^Columns/ })
      .tap();
    await expect(sheet(page, 'Columns')).toBeVisible();
    await page.goBack();
    await noSheet(page);
    await expect(page).toHaveURL(`${url}/`);
    await page.goBack();
    await expect(page).toHaveURL(`${url}/?show=overview`);
  });
});

test('a sheet that is closed in another way leaves nothing in the history', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await page.goto(`${url}/?show=overview`);
  await bar(page).getByRole('link', { name: 'Numbers' }).tap();
  await expect(allLoaded(page)).toBeVisible();
  for (const close of [
    () => sheet(page, 'Sort').getByRole('button', { name: 'Close' }).tap(),
    () => page.keyboard.press('Escape'),
    () => page.touchscreen.tap(180, 60),
  ]) {
    await press(page, 'Sort');
    await expect(sheet(page, 'Sort')).toBeVisible();
    await close();
    await noSheet(page);
    await settled(page);
  }
  await page.goBack();
  await expect(page).toHaveURL(`${url}/?show=overview`);
});

test('filters that were chosen stay when Back or Done closes their sheet, and the next Back undoes them', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  for (const way of ['Back', 'Done'] as const) {
    await test.step(way, async () => {
      await page.goto(url);
      await expect(allLoaded(page)).toBeVisible();
      await press(page, 'Filters');
      await sheet(page, 'Filters')
        .getByRole('button', { name: /^Mobile/ })
        .tap();
      await sheet(page, 'Filters')
        .getByRole('group', { name: 'Voice' })
        .getByText('Yes', { exact: true })
        .tap();
      await expect(page).toHaveURL(`${url}/?type=mobile&voice=true`);
      if (way === 'Back') await page.goBack();
      else await sheet(page, 'Filters').getByRole('button', { name: 'Done' }).tap();
      await noSheet(page);
      await expect(page).toHaveURL(`${url}/?type=mobile&voice=true`);
      await settled(page);
      await page.goBack();
      await expect(page).toHaveURL(`${url}/`);
      await expect(allLoaded(page)).toBeVisible();
    });
  }
});

test('a number that a sheet leads to is one step behind the list', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  const [, second] = await walk(url);
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  await page.getByRole('button', { name: 'Commands' }).tap();
  await page.keyboard.type(second!.number);
  await page.keyboard.press('Enter');
  await expect(details(page)).toContainText(second!.number_display);
  await noSheet(page);
  await settled(page);
  await page.goBack();
  await expect(details(page)).toBeHidden();
  await expect(page).toHaveURL(`${url}/`);
});

test.describe('with a mouse', () => {
  test.use({ viewport: { width: 1440, height: 900 }, hasTouch: false, isMobile: false });

  test('a dialog is no step of the history', async ({ page, sharedServer }) => {
    const { url } = await sharedServer(few);
    await page.goto(url);
    await expect(allLoaded(page)).toBeVisible();
    const before = await page.evaluate(() => history.length);
    await page.keyboard.press('?');
    await expect(sheet(page, 'Keyboard shortcuts')).toBeVisible();
    expect(await page.evaluate(() => history.length)).toBe(before);
  });
});
