import { expect, type Locator, type Page } from '@playwright/test';

export const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Rented numbers' });

/** The rows of numbers in the document, which is a window of the list. */
export const bodyRows = (page: Page): Locator =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') });

/** The button of a column's header that sorts. The header has one for its menu, too. */
export const sortButton = (page: Page, column: string): Locator =>
  grid(page).getByRole('button', { name: column, exact: true });

/** The foot of the page, which says how much is loaded. */
export const statusLine = (page: Page): Locator =>
  page.getByRole('region', { name: 'What is loaded' });

/**
 * Waits until the page has loaded ahead as far as it does by itself: five pages in a window of 900
 * pixels, where the last row in the document is three pages from the end.
 */
export const loadedAhead = (page: Page) =>
  expect(statusLine(page)).toContainText('100 loaded, more available');

/** A row by header, with its place in the list, from 1. */
export type TableRow = Record<string, string> & { index: string };

/** Scrolls by a number of screens, waits for the paint, and reads the rows in the document. */
function scrollAndRead(page: Page, screens: number): Promise<{ rows: TableRow[]; isEnd: boolean }> {
  return grid(page).evaluate(async (element, by) => {
    const scroller = element.parentElement!;
    if (by !== 0) {
      scroller.scrollTop += by * scroller.clientHeight;
      for (const _ of 'ab') await new Promise(requestAnimationFrame);
    }
    const cells = (row: Element, roles: string) =>
      [...row.querySelectorAll(roles)].map((cell) => cell.textContent.trim());
    const headers = cells(element, '[role=columnheader]');
    const rows = [...element.querySelectorAll('[role=row]')].slice(1).map((row) => {
      const values = cells(row, '[role=rowheader], [role=gridcell]');
      const index = String(Number(row.getAttribute('aria-rowindex')) - 1);
      return {
        ...Object.fromEntries(headers.map((header, at) => [header, values[at] ?? ''])),
        index,
      };
    });
    const isEnd = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1;
    return { rows, isEnd };
  }, screens);
}

/** The rows in the document as objects by header, with their place in the list, from 1. */
export const readTable = async (page: Page) => (await scrollAndRead(page, 0)).rows;

/** Scrolls to the end of the loaded rows, again and again, until an element is visible. */
export async function scrollUntil(page: Page, sight: Locator, timeout = 60_000): Promise<void> {
  const look = async () => {
    await scrollAndRead(page, Number.MAX_SAFE_INTEGER);
    return sight.isVisible();
  };
  await expect
    .poll(look, { message: `scrolls until ${sight}`, timeout, intervals: [1] })
    .toBe(true);
}

export const allLoaded = (page: Page) =>
  statusLine(page).getByText(/^(All [\d,]+( matches)? loaded,|1 (number|match), loaded)/);

/** Loads the whole list and waits until all of it is here. */
export async function loadAll(page: Page): Promise<void> {
  await statusLine(page).getByRole('button', { name: 'Load all' }).click();
  await expect(allLoaded(page)).toBeVisible();
}

/**
 * Reads the list from its top to its end, screen by screen.
 *
 * @param end the text that is visible when no more rows will come; by default that all are loaded.
 */
export async function readList(
  page: Page,
  { end = allLoaded(page), onScreen = (_rows: TableRow[]) => {} } = {},
): Promise<TableRow[]> {
  const list = new Map<string, TableRow>();
  let isSettled = false;
  let view = await scrollAndRead(page, Number.MIN_SAFE_INTEGER);
  for (;;) {
    for (const row of view.rows) list.set(row.index, row);
    onScreen(view.rows);
    // Reads once more after the end was visible, because the last page may have come between the
    // two looks.
    if (view.isEnd && isSettled) break;
    isSettled = view.isEnd && (await end.isVisible());
    // Before the first rows there is nothing to go past.
    view = await scrollAndRead(page, view.rows.length > 0 ? 1 : 0);
  }
  return [...list.values()].sort((a, b) => Number(a.index) - Number(b.index));
}

/** The formats of the open export menu for the loaded rows; a second group loads the rest first. */
export const exportChoices = (page: Page): Locator =>
  page.getByRole('region', { name: /^Export (all )?[\d,]+ (loaded )?rows?$/ });

/** Turns columns on or off in the Columns menu. */
export async function toggleColumns(page: Page, ...names: string[]): Promise<void> {
  await page.getByRole('button', { name: 'Columns' }).click();
  for (const name of names) await page.getByRole('checkbox', { name, exact: true }).click();
  await page.keyboard.press('Escape');
}
