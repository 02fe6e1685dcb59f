import type { Page } from '@playwright/test';
import { said } from './announcements.ts';
import { expectNoViolations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { expectSteadyLayout, watchLayoutShifts } from './layout-shift.ts';
import { allLoaded, grid, sortButton } from './table.ts';

const few = { SANDBOX_NUMBERS: '40' };
const header = (page: Page, name: string) => page.getByRole('columnheader', { name, exact: true });
const headers = (page: Page) => grid(page).getByRole('columnheader').allTextContents();
const menu = (page: Page) => page.getByRole('menu');
const entry = (page: Page, name: string) =>
  menu(page).locator('[role^=menuitem]').filter({ hasText: name });
const widthOf = async (page: Page, name: string) => (await header(page, name).boundingBox())!.width;

async function open(page: Page, url: string) {
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  await expect(grid(page)).toHaveAttribute('data-selectable');
}

test('a column is sorted, moved, pinned, resized and hidden by keys alone', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await open(page, url);
  await sortButton(page, 'Country').focus();
  const choose = async (letters: string) => {
    await page.keyboard.press('Alt+ArrowDown');
    await expect(menu(page)).toHaveAccessibleName('Column Country');
    await page.keyboard.type(letters);
    await page.keyboard.press('Enter');
  };

  await choose('sort d');
  await expect(menu(page)).toBeHidden();
  await expect(header(page, 'Country')).toHaveAttribute('aria-sort', 'descending');
  await expect(sortButton(page, 'Country')).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(entry(page, 'Sort descending')).toHaveAttribute('aria-checked', 'true');
  await expect(entry(page, 'Sort ascending')).toHaveAttribute('aria-checked', 'false');
  await page.keyboard.press('Escape');
  await choose('clear');
  await expect(header(page, 'Country')).toHaveAttribute('aria-sort', 'none');

  await choose('move l');
  await expect(said(page, 'Country is now column 2 of 19')).toBeAttached();
  await expect(sortButton(page, 'Country')).toBeFocused();
  expect((await headers(page)).slice(0, 3)).toEqual(['Number', 'Country', 'Name']);

  await choose('pin');
  await expect(said(page, 'Country is pinned')).toBeAttached();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(entry(page, 'Pin the column')).toHaveAttribute('aria-checked', 'true');
  await page.keyboard.press('Escape');

  const width = await widthOf(page, 'Country');
  await choose('w');
  await page.keyboard.press('Enter');
  await expect.poll(() => widthOf(page, 'Country')).toBe(width + 32);
  await expect(menu(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await choose('usual');
  await expect.poll(() => widthOf(page, 'Country')).toBe(width);

  await choose('hide');
  await expect(said(page, /^Country is hidden/)).toBeAttached();
  expect(await headers(page)).not.toContain('Country');
  await expect(sortButton(page, 'Name')).toBeFocused();
});

test('the menu opens by its button, a right click and Shift F10, and closes by its button', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await watchLayoutShifts(page);
  await open(page, url);
  const button = header(page, 'Type').getByRole('button', { name: 'Menu of Type' });
  await header(page, 'Type').hover();
  await expect(button).toHaveCSS('opacity', '1');
  await button.click();
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await expect(entry(page, 'Sort ascending')).toBeFocused();
  await button.click();
  await expect(menu(page)).toBeHidden();
  await expect(button).toHaveAttribute('aria-expanded', 'false');
  await expect(sortButton(page, 'Type')).toBeFocused();
  await expect(header(page, 'Type')).toHaveAttribute('aria-sort', 'none');

  await header(page, 'Type').click({ button: 'right' });
  await expect(menu(page)).toHaveAccessibleName('Column Type');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+F10');
  await expect(menu(page)).toBeVisible();
  // Beside the heading, not on a row: its details would move the table.
  await page.mouse.click(700, 70);
  await expect(menu(page)).toBeHidden();
  await expectSteadyLayout(page);
});

test('the number keeps its place, the grid stays one tab stop, and the sheet of keys tells the key', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await open(page, url);
  const before = await headers(page);
  await header(page, 'Number').click({ button: 'right' });
  for (const name of ['Hide the column', 'Pin the column', 'Move left', 'Move right']) {
    await expect(entry(page, name)).toHaveAttribute('aria-disabled', 'true');
    await entry(page, name).press('Enter');
    await expect(menu(page)).toBeVisible();
  }
  expect(await headers(page)).toEqual(before);
  await expectNoViolations(page);

  await page.keyboard.press('Escape');
  await expect(menu(page)).toBeHidden();
  await expect(grid(page).locator('[tabindex="0"]')).toHaveCount(1);
  await sortButton(page, 'Type').focus();
  await page.keyboard.press('Tab');
  await expect(grid(page).locator(':focus')).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText(
    'Open the menu of the column',
  );
});
