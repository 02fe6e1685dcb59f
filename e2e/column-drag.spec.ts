import type { Page } from '@playwright/test';
import { said } from './announcements.ts';
import { expect, test } from './fixtures.ts';
import { grid, loadedAhead, sortButton, toggleColumns } from './table.ts';

const headers = (page: Page) => grid(page).getByRole('columnheader').allTextContents();
const header = (page: Page, name: string) => page.getByRole('columnheader', { name, exact: true });
const line = (page: Page) => page.locator('[data-landing]');

async function box(page: Page, name: string) {
  const found = await header(page, name).boundingBox();
  if (!found) throw new Error(`${name} is not in sight`);
  return found;
}

/** Drags a column by its header and holds it over a part, from 0 to 1, of another header. */
async function hold(page: Page, name: string, over: string, part: number) {
  const from = await box(page, name);
  const to = await box(page, over);
  await page.mouse.move(from.x + from.width / 3, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width * part, to.y + 16, { steps: 4 });
}

test.beforeEach(async ({ page, sharedServer }) => {
  const { url } = await sharedServer();
  await page.goto(url);
  await loadedAhead(page);
  await expect(page.getByRole('button', { name: 'Columns' })).toBeVisible();
  await expect(grid(page)).toHaveAttribute('data-selectable');
});

test('a column is dragged by its header to where a line shows', async ({ page }) => {
  const { x, width } = await box(page, 'Country');
  await hold(page, 'Type', 'Country', 0.3);
  await expect(line(page)).toBeVisible();
  expect(Math.abs((await line(page).boundingBox())!.x - x)).toBeLessThanOrEqual(2);
  const { x: left } = await box(page, 'Country');
  await page.mouse.move(left + width * 0.9, 200);
  await expect(line(page)).toBeHidden();
  await page.mouse.move(left + width * 0.3, 200);
  await page.mouse.up();

  await expect(said(page, 'Type is now column 3 of 19')).toBeAttached();
  expect((await headers(page)).slice(0, 4)).toEqual(['Number', 'Name', 'Type', 'Country']);
  await expect(line(page)).toBeHidden();
  await expect(sortButton(page, 'Type')).toBeFocused();
  await expect(header(page, 'Type')).toHaveAttribute('aria-sort', 'none');

  await hold(page, 'Name', 'Country', 0.8);
  await page.mouse.up();
  expect((await headers(page)).slice(0, 4)).toEqual(['Number', 'Type', 'Country', 'Name']);
  await page.reload();
  await loadedAhead(page);
  expect((await headers(page)).slice(0, 4)).toEqual(['Number', 'Type', 'Country', 'Name']);
});

test('Esc puts a dragged column back, and releasing the button then sorts nothing', async ({
  page,
}) => {
  const before = await headers(page);
  await hold(page, 'Name', 'Type', 0.8);
  await expect(line(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(line(page)).toBeHidden();
  const { x, y } = await box(page, 'Name');
  await page.mouse.move(x + 20, y + 12);
  await page.mouse.up();
  await expect.poll(() => headers(page)).toEqual(before);
  await expect(header(page, 'Name')).toHaveAttribute('aria-sort', 'none');
});

test('a click still sorts, also when the mouse moves a little, and an edge still resizes', async ({
  page,
}) => {
  const before = await headers(page);
  const { x, y, width } = await box(page, 'Name');
  await page.mouse.move(x + 20, y + 12);
  await page.mouse.down();
  await page.mouse.move(x + 22, y + 13);
  await page.mouse.up();
  await expect(header(page, 'Name')).toHaveAttribute('aria-sort', 'ascending');

  await page.mouse.move(x + width - 2, y + 12);
  await page.mouse.down();
  await page.mouse.move(x + width + 120, y + 12, { steps: 4 });
  await expect(line(page)).toBeHidden();
  await page.mouse.up();
  expect(Math.abs((await box(page, 'Name')).width - width - 122)).toBeLessThanOrEqual(3);
  await expect.poll(() => headers(page)).toEqual(before);
});

test('pinned columns are dragged among themselves only, also when others are scrolled under them', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('button', { name: 'Pin Rented', exact: true }).click();
  await page.getByRole('button', { name: 'Pin Capabilities', exact: true }).click();
  await page.keyboard.press('Escape');
  expect((await headers(page)).slice(0, 4)).toEqual(['Number', 'Rented', 'Capabilities', 'Name']);
  await hold(page, 'Rented', 'Country', 0.9);
  await page.mouse.up();
  expect((await headers(page)).slice(0, 4)).toEqual(['Number', 'Capabilities', 'Rented', 'Name']);
  await hold(page, 'Type', 'Number', 0.2);
  await page.mouse.up();
  expect((await headers(page)).slice(0, 4)).toEqual(['Number', 'Capabilities', 'Rented', 'Type']);
  const pinned = await headers(page);
  await hold(page, 'Number', 'Rented', 0.9);
  await page.mouse.up();
  await expect.poll(() => headers(page)).toEqual(pinned);

  await toggleColumns(page, 'Number SID', 'Account SID');
  await header(page, 'Account SID').scrollIntoViewIfNeeded();
  const edge = await box(page, 'Rented');
  await hold(page, 'Account SID', 'Number', 0.5);
  expect((await line(page).boundingBox())!.x).toBeGreaterThanOrEqual(edge.x + edge.width - 2);
  await page.mouse.up();
  expect((await headers(page)).slice(0, 3)).toEqual(['Number', 'Capabilities', 'Rented']);
});
