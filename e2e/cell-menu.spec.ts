import type { Page } from '@playwright/test';
import { said } from './announcements.ts';
import { dialled, walk } from './api.ts';
import { expectNoViolations } from './axe.ts';
import { countryName } from './country-name.ts';
import { expect, test } from './fixtures.ts';
import { expectSteadyLayout, watchLayoutShifts } from './layout-shift.ts';
import { bodyRows, grid, loadAll, loadedAhead, statusLine, toggleColumns } from './table.ts';

const menu = (page: Page) => page.getByRole('menu');
const item = (page: Page, name: string) => menu(page).getByRole('menuitem', { name, exact: true });
const chip = (page: Page, name: string) =>
  page.getByRole('button', { name: `Remove filter ${name}`, exact: true });
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** The cell of a row, from 0, under a header. */
async function cellUnder(page: Page, header: string, row = 0) {
  const headers = await grid(page).getByRole('columnheader').allTextContents();
  return bodyRows(page)
    .nth(row)
    .locator('[role=rowheader], [role=gridcell]')
    .nth(headers.indexOf(header));
}

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

test('a right click narrows the list to the value of a cell, and Back undoes it', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const numbers = await walk(url);
  await page.goto(url);
  await loadedAhead(page);
  const number = numbers[2]!;
  await (await cellUnder(page, 'Country', 2)).click({ button: 'right' });
  await expect(menu(page)).toHaveAccessibleName(`Country of ${number.number_display}`);
  await expect(menu(page).getByRole('menuitem').first()).toBeFocused();
  await item(page, `Only ${countryName(number)}`).click();
  await expect(menu(page)).toBeHidden();
  await expect(page).toHaveURL(`${url}/?country_code=${number.country_code}`);
  await expect(page.getByRole('complementary')).toBeHidden();
  const same = numbers.filter(({ country_code }) => country_code === number.country_code);
  const row = same.indexOf(number);
  await expect(bodyRows(page).nth(row)).toContainText(number.number_display);
  await expect(await cellUnder(page, 'Country', row)).toBeFocused();
  await page.goBack();
  await expect(page).toHaveURL(`${url}/`);
});

test('each kind of value narrows the list', async ({ page, sharedServer }) => {
  const { url } = await sharedServer();
  const numbers = await walk(url);
  await page.goto(url);
  await loadedAhead(page);
  await loadAll(page);
  const row = numbers.findIndex(({ call_controller }) => call_controller?.startsWith('https://'));
  const number = numbers[row]!;
  const { host } = new URL(number.call_controller!);
  const month = new Intl.DateTimeFormat('en-US', { month: 'short', year: 'numeric' });
  for (const [header, words, filter] of [
    [
      'Capabilities',
      `voice ${number.voice ? 'on' : 'off'}`,
      `Voice ${number.voice ? 'Yes' : 'No'}`,
    ],
    ['Voice goes to', host, `Contains ${host}`],
    [
      'Rented',
      month.format(new Date(number.created)),
      `Rented ${month.format(new Date(number.created))}`,
    ],
  ] as const) {
    const found = bodyRows(page).filter({ hasText: number.number_display });
    await expect(found).toBeVisible();
    const headers = await grid(page).getByRole('columnheader').allTextContents();
    await found
      .locator('[role=rowheader], [role=gridcell]')
      .nth(headers.indexOf(header))
      .click({ button: 'right' });
    await item(page, `Only ${words}`).click();
    await expect(chip(page, filter)).toBeVisible();
    await expect(found.locator(':focus')).toBeVisible();
  }
  await expect(statusLine(page)).toContainText(/of all 500 rows match/);
});

test('a shortened value is copied in full, by keys alone, and the focus comes back', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const [number] = await walk(url);
  await page.goto(url);
  await loadedAhead(page);
  await toggleColumns(page, 'Number SID');
  const cell = await cellUnder(page, 'Number SID');
  await cell.focus();
  await page.keyboard.press('Shift+F10');
  await expect(item(page, `Copy ${number!.number_sid}`)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(menu(page)).toBeHidden();
  await expect(said(page, `Copied ${number!.number_sid}`)).toBeAttached();
  await expect.poll(() => clipboard(page)).toBe(number!.number_sid);
  await expect(cell).toBeFocused();

  await page.keyboard.press('ContextMenu');
  await page.keyboard.press('ArrowUp');
  await expect(item(page, 'Copy number')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(item(page, `Copy ${number!.number_sid}`)).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect.poll(() => clipboard(page)).toBe(dialled(number!));
  await expect(cell).toBeFocused();

  for (const key of ['Escape', 'Tab']) {
    await page.keyboard.press('Shift+F10');
    await expect(menu(page)).toBeVisible();
    await page.keyboard.press(key);
    await expect(menu(page)).toBeHidden();
    await expect(cell).toBeFocused();
  }
  await page.keyboard.press('ArrowLeft');
  await expect(cell).not.toBeFocused();
});

test('a value is copied as the API gives it, a number as `+` and digits too', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const numbers = await walk(url);
  await page.goto(url);
  await loadedAhead(page);
  for (const [header, text] of [
    ['Number', dialled(numbers[1]!)],
    ['Country', numbers[1]!.country_code],
    ['Type', numbers[1]!.type],
    ['Rented', numbers[1]!.created],
  ] as const) {
    await (await cellUnder(page, header, 1)).click({ button: 'right' });
    await item(page, `Copy ${text}`).click();
    await expect(said(page, `Copied ${text}`)).toBeAttached();
    await expect.poll(() => clipboard(page)).toBe(text);
  }
  const { number } = numbers.find((one) => !one.number.startsWith('+'))!;
  const row = numbers.findIndex((one) => one.number === number);
  await (await cellUnder(page, 'Number', row)).click({ button: 'right' });
  await item(page, `Copy ${number}, as Apifonica writes it`).click();
  await expect(said(page, `Copied ${number}`)).toBeAttached();
  await expect.poll(() => clipboard(page)).toBe(number);
});

test("with Shift held, the browser's own menu opens", async ({ page, sharedServer }) => {
  const { url } = await sharedServer();
  await page.goto(url);
  await loadedAhead(page);
  await page.evaluate(() => {
    const prevented: boolean[] = [];
    Object.assign(globalThis, { prevented });
    addEventListener('contextmenu', (event) => prevented.push(event.defaultPrevented));
  });
  const cell = await cellUnder(page, 'Type');
  await cell.click({ button: 'right', modifiers: ['Shift'] });
  await page
    .getByRole('columnheader', { name: 'Type' })
    .click({ button: 'right', modifiers: ['Shift'] });
  await expect(menu(page)).toBeHidden();
  await cell.click({ button: 'right' });
  await expect(menu(page)).toBeVisible();
  expect(
    await page.evaluate(() => (globalThis as unknown as { prevented: boolean[] }).prevented),
  ).toEqual([false, false, true]);
});

test('one button follows the mouse, moves nothing, and opens the same menu', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const numbers = await walk(url);
  await watchLayoutShifts(page);
  await page.goto(url);
  await loadedAhead(page);
  const button = page.locator('[role=gridcell] > button, [role=rowheader] > [aria-haspopup]');
  await (await cellUnder(page, 'Type', 3)).hover();
  await expect(button).toHaveCount(1);
  const country = await cellUnder(page, 'Country', 4);
  const before = await country.locator('span').boundingBox();
  await country.hover();
  const { country_code, number_display } = numbers[4]!;
  const named = page.getByRole('button', {
    name: `Filter by or copy ${countryName(numbers[4]!)}`,
    exact: true,
  });
  await expect(named).toBeVisible();
  await expect(button).toHaveCount(1);
  expect(await country.locator('span').boundingBox()).toEqual(before);
  const [around, inside] = [await country.boundingBox(), await named.boundingBox()];
  expect(inside!.x + inside!.width).toBeLessThanOrEqual(around!.x + around!.width);
  expect(inside!.x).toBeGreaterThan(around!.x + around!.width - 24);

  await named.click();
  await expect(menu(page)).toHaveAccessibleName(`Country of ${number_display}`);
  await expect(named).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('complementary')).toBeHidden();
  await named.click();
  await expect(menu(page)).toBeHidden();
  await expect(country).toBeFocused();
  await named.click();
  await item(page, `Copy ${country_code}`).click();
  await expect(said(page, `Copied ${country_code}`)).toBeAttached();

  await (await cellUnder(page, 'Number', 4)).hover();
  await expect(button).toHaveCount(0);
  await country.hover();
  await expect(button).toHaveCount(1);
  await page.mouse.wheel(0, 400);
  // Once the rows rest, the cell that is under the mouse now has it.
  const rowOfButton = () =>
    button.evaluateAll((all) =>
      all.map((one) => one.closest<HTMLElement>('[data-row]')?.dataset.row),
    );
  // The mouse is in the middle of its cell.
  const moved = Math.floor(0.5 + 400 / around!.height);
  await expect.poll(async () => (await rowOfButton()).map(Number)).toEqual([4 + moved]);
  await expectSteadyLayout(page);
});

test('a click elsewhere closes the menu and keeps the focus it has taken', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  await page.goto(url);
  await loadedAhead(page);
  await (await cellUnder(page, 'Type')).click({ button: 'right' });
  await expect(menu(page)).toBeVisible();
  const search = page.getByRole('textbox', { name: 'Search numbers' });
  await search.click();
  await expect(menu(page)).toBeHidden();
  await expect(search).toBeFocused();
});

test('a press on the button of a cell with another button or with Ctrl is one on the cell; axe finds nothing in the menu, and the keyboard sheet tells its key', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '8' });
  await page.goto(url);
  await expect(statusLine(page)).toContainText('All 8 loaded');
  await (await cellUnder(page, 'Country')).hover();
  const button = page.getByRole('button', { name: /^Filter by or copy / });
  await button.click({ button: 'right' });
  await expect(menu(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu(page)).toBeHidden();
  await button.click({ modifiers: ['Control'] });
  await expect(page.getByRole('region', { name: 'Selection' })).toContainText('1 row selected');
  await expect(menu(page)).toBeHidden();
  // From the button straight out of the table.
  await page.mouse.move(0, 0);
  await expect(button).toBeHidden();

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText(
    'Shift F10 or MenuFilter by the value of the cell, or copy it',
  );
  await page.keyboard.press('Escape');
  await (await cellUnder(page, 'Country')).hover();
  await page.getByRole('button', { name: /^Filter by or copy / }).click();
  await expect(menu(page)).toBeVisible();
  await expectNoViolations(page);
});

test.describe('for a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('no button appears', async ({ page, sharedServer }) => {
    const { url } = await sharedServer({ SANDBOX_NUMBERS: '8' });
    await page.goto(url);
    await expect(statusLine(page)).toContainText('All 8 loaded');
    await (await cellUnder(page, 'Country', 1)).tap();
    await expect(page.getByRole('complementary')).toBeVisible();
    await expect(page.locator('[role=gridcell] > [aria-haspopup]')).toHaveCount(0);
  });
});
