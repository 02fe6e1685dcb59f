import type { Page } from '@playwright/test';
import { said } from './announcements.ts';
import { expect, test } from './fixtures.ts';
import { bodyRows, grid, loadedAhead, sortButton, statusLine, toggleColumns } from './table.ts';

const headers = (page: Page) => grid(page).getByRole('columnheader').allTextContents();
const header = (page: Page, name: string) => page.getByRole('columnheader', { name });
const openMenu = (page: Page) => page.getByRole('button', { name: 'Columns' }).click();
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function box(page: Page, name: string) {
  const found = await header(page, name).boundingBox();
  if (!found) throw new Error(`${name} is not in sight`);
  return found;
}

test.beforeEach(async ({ page, sharedServer }) => {
  const { url } = await sharedServer();
  await page.goto(url);
  await loadedAhead(page);
});

test('columns move and are remembered, until they are reset', async ({ page }) => {
  const usual = await headers(page);
  expect(usual.slice(0, 4)).toEqual(['Number', 'Name', 'Country', 'Type']);
  await openMenu(page);
  await button(page, 'Move Country up').click();
  await expect(said(page, 'Country is now column 2 of 19')).toBeAttached();
  expect((await headers(page)).slice(0, 3)).toEqual(['Number', 'Country', 'Name']);

  await page.reload();
  await loadedAhead(page);
  expect((await headers(page)).slice(0, 3)).toEqual(['Number', 'Country', 'Name']);
  const cells = bodyRows(page).first().getByRole('gridcell');
  await expect(cells.first().locator('img')).toBeVisible();

  await openMenu(page);
  await button(page, 'Reset columns').click();
  await expect.poll(() => headers(page)).toEqual(usual);
  await expect(button(page, 'Reset columns')).toBeDisabled();
});

test('E8 a column is dragged to another place in the menu, and carries its name, as WebKit asks for', async ({
  page,
}) => {
  await openMenu(page);
  const carried = page.evaluate(
    () =>
      new Promise((resolve) => {
        addEventListener('dragstart', ({ dataTransfer }) =>
          resolve(dataTransfer?.getData('text/plain')),
        );
      }),
  );
  const line = (name: string) =>
    page.getByRole('listitem').filter({ hasText: new RegExp(`^${name}$`) });
  await line('Type').dragTo(line('Name'));
  expect(await carried).toBe('Type');
  expect((await headers(page)).slice(0, 3)).toEqual(['Number', 'Type', 'Name']);
});

test('a pinned column stays in sight beside the number', async ({ page }) => {
  await openMenu(page);
  await button(page, 'Pin Rented').click();
  await expect(button(page, 'Pin Rented')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
  await toggleColumns(page, 'Number SID', 'Account SID');
  expect((await headers(page)).slice(0, 2)).toEqual(['Number', 'Rented']);
  const before = await box(page, 'Rented');
  await header(page, 'Account SID').scrollIntoViewIfNeeded();
  expect((await box(page, 'Rented')).x).toBe(before.x);
  expect((await box(page, 'Country')).x).toBeLessThan(before.x);
});

test('an edge of a header is dragged, and a double click fits the column to its content', async ({
  page,
}) => {
  const before = await box(page, 'Country');
  const edge = { x: before.x + before.width - 2, y: before.y + 10 };
  await page.mouse.move(edge.x, edge.y);
  await page.mouse.down();
  await page.mouse.move(edge.x + 30, edge.y, { steps: 3 });
  await page.mouse.move(edge.x + 60, edge.y);
  await page.mouse.up();
  const wide = await box(page, 'Country');
  expect(Math.abs(wide.width - before.width - 60)).toBeLessThanOrEqual(1);
  await expect(header(page, 'Country')).toHaveAttribute('aria-sort', 'none');

  await page.mouse.dblclick(wide.x + wide.width - 2, wide.y + 10);
  expect((await box(page, 'Country')).width).not.toBe(wide.width);
  const cut = await grid(page)
    .locator('[data-column=country] > span.truncate')
    .evaluateAll((names) => names.filter((name) => name.scrollWidth > name.clientWidth).length);
  expect(cut).toBe(0);
  await expect(header(page, 'Country')).toHaveAttribute('aria-sort', 'none');
});

test('the keyboard resizes, moves and pins in a header, which keeps the focus', async ({
  page,
}) => {
  const ofCountry = sortButton(page, 'Country');
  await ofCountry.focus();
  const { width } = await box(page, 'Country');
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(async () => (await box(page, 'Country')).width).toBe(Math.round(width + 16));
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  await expect(said(page, 'Country is now column 2 of 19')).toBeAttached();
  expect((await headers(page)).slice(0, 3)).toEqual(['Number', 'Country', 'Name']);
  await expect(ofCountry).toBeFocused();
  await page.keyboard.press('Alt+Shift+KeyP');
  await expect(said(page, 'Country is pinned')).toBeAttached();
  await expect(ofCountry).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(sortButton(page, 'Name')).toBeFocused();
});

test('a width is typed, and reset by emptying the field', async ({ page }) => {
  const usual = await box(page, 'Type');
  await openMenu(page);
  const field = page.getByRole('spinbutton', { name: 'Width of Type in pixels' });
  await field.fill('200');
  await field.press('Enter');
  expect((await box(page, 'Type')).width).toBe(200);
  await field.fill('');
  await field.press('Enter');
  expect((await box(page, 'Type')).width).toBe(usual.width);
});

test('compact rows show more numbers and keep the place', async ({ page }) => {
  const scroller = grid(page).locator('..');
  await scroller.evaluate((element) => {
    element.scrollTop = 34 * 40;
  });
  const top = () =>
    scroller.evaluate((element) => {
      const below = element.getBoundingClientRect().top + 32;
      const rows = [...element.querySelectorAll('[role=row][aria-rowindex]')].slice(1);
      const first = rows.find((row) => row.getBoundingClientRect().top >= below - 1);
      return first?.getAttribute('aria-rowindex');
    });
  await expect.poll(top).toBe('42');
  await openMenu(page);
  await page.getByRole('radio', { name: 'Compact' }).check();
  await expect.poll(top).toBe('42');
  expect((await bodyRows(page).first().boundingBox())?.height).toBe(28);
  await page.reload();
  await expect(statusLine(page)).toContainText('loaded, more available');
  expect((await bodyRows(page).first().boundingBox())?.height).toBe(28);
});

test('stored columns that cannot be read are ignored', async ({ page }) => {
  const usual = await headers(page);
  await page.evaluate(() => localStorage.setItem('table', '{"version":1,"order":5}'));
  await page.reload();
  await loadedAhead(page);
  await expect.poll(() => headers(page)).toEqual(usual);
});
