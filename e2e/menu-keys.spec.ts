import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { allLoaded, bodyRows, grid, sortButton } from './table.ts';

/** Every menu of the page and its panels have the same keys. */

const few = { SANDBOX_NUMBERS: '40' };
const focused = (page: Page) => page.locator(':focus');

async function open(page: Page, url: string) {
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  await expect(grid(page)).toHaveAttribute('data-selectable');
}

interface Opened {
  name: string;
  open: (page: Page) => Promise<void>;
  /** The first and the last control, and one that letters lead to. */
  first: string | RegExp;
  last: string | RegExp;
  typed: [letters: string, to: string | RegExp];
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).first();

const menus: Opened[] = [
  {
    name: 'More',
    open: (page) => button(page, 'More').press('ArrowDown'),
    first: /^Compare with a list/,
    last: /^Keyboard shortcuts/,
    typed: ['pr', /^Print/],
  },
  {
    name: 'Export',
    open: (page) => button(page, /^Export all/).press('ArrowDown'),
    first: /^CSV/,
    last: /^Copy all 40 rows/,
    typed: ['j', /^JSON/],
  },
  {
    name: 'the menu of a column',
    async open(page) {
      await sortButton(page, 'Type').focus();
      await page.keyboard.press('Alt+ArrowDown');
    },
    first: 'Sort ascending',
    last: 'Usual width',
    typed: ['fit', /^Fit the width/],
  },
  {
    name: 'the menu of a cell',
    async open(page) {
      await bodyRows(page).first().locator('[data-column=type]').focus();
      await page.keyboard.press('Shift+F10');
    },
    first: /^Only/,
    last: 'Copy number',
    typed: ['copy n', 'Copy number'],
  },
];

test('in every menu arrows, Home, End and letters move the focus, and Esc gives it back', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await open(page, url);
  for (const { name, open: openMenu, first, last, typed } of menus) {
    await test.step(name, async () => {
      await openMenu(page);
      await expect(focused(page)).toHaveText(first);
      await page.keyboard.press('End');
      await expect(focused(page)).toHaveText(last);
      await page.keyboard.press('ArrowDown');
      await expect(focused(page)).toHaveText(first);
      await page.keyboard.press('ArrowUp');
      await expect(focused(page)).toHaveText(last);
      await page.keyboard.press('Home');
      await expect(focused(page)).toHaveText(first);
      const [letters, to] = typed;
      await page.keyboard.type(letters);
      await expect(focused(page)).toHaveText(to);
      await page.keyboard.press('Escape');
      await expect(page.locator(':popover-open')).toHaveCount(0);
      await expect(focused(page)).not.toHaveText(to);
      await expect(focused(page)).toHaveCount(1);
    });
  }
});

test('in the columns, arrows go along a line and from line to line, and a number field keeps its own', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await open(page, url);
  await button(page, 'Columns').press('ArrowDown');
  await expect(focused(page)).toHaveAccessibleName('Comfortable');
  await page.keyboard.type('cou');
  await expect(focused(page)).toHaveAccessibleName('Country');
  await page.keyboard.press('ArrowDown');
  await expect(focused(page)).toHaveAccessibleName('Type');
  await page.keyboard.press('ArrowRight');
  await expect(focused(page)).toHaveAccessibleName('Pin Type');
  await page.keyboard.press('ArrowUp');
  await expect(focused(page)).toHaveAccessibleName('Pin Country');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Space');
  await expect(page.getByRole('columnheader', { name: 'Country' })).toBeHidden();

  await page.keyboard.press('Tab');
  await expect(focused(page)).toHaveAccessibleName('Width of Country in pixels');
  await page.keyboard.type('120');
  await page.keyboard.press('ArrowUp');
  await expect(focused(page)).toHaveAccessibleName('Width of Country in pixels');
  await expect(focused(page)).not.toHaveValue('120');
});

test('in the views, letters, Home and End belong to the name, and Up leads out of it', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await open(page, url);
  await button(page, 'Views').press('ArrowDown');
  const name = page.getByRole('textbox', { name: 'View name' });
  await expect(name).toBeFocused();
  await page.keyboard.type('ab');
  await page.keyboard.press('Home');
  await page.keyboard.type('x');
  await expect(name).toHaveValue('xab');
  await page.keyboard.press('ArrowDown');
  await expect(focused(page)).toHaveText('Copy link');
  await page.keyboard.press('ArrowRight');
  await expect(focused(page)).not.toHaveText('Copy link');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('dialog', { name: 'Views' }).locator(':focus')).toHaveCount(1);
});
