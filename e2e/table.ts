import type { Locator, Page } from '@playwright/test';

export const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Rented numbers' });

/** The rows of numbers in the document, which is a window of the list. */
export const bodyRows = (page: Page): Locator =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') });

/** The rows in the document as objects by header, with their place in the list, from 1. */
export function readTable(page: Page): Promise<(Record<string, string> & { index: string })[]> {
  return grid(page).evaluate((element) => {
    const cells = (row: Element, roles: string) =>
      [...row.querySelectorAll(roles)].map((cell) => cell.textContent.trim());
    const headers = cells(element, '[role=columnheader]');
    return [...element.querySelectorAll('[role=row]')].slice(1).map((row) => {
      const values = cells(row, '[role=rowheader], [role=gridcell]');
      const index = String(Number(row.getAttribute('aria-rowindex')) - 1);
      return {
        ...Object.fromEntries(headers.map((header, at) => [header, values[at] ?? ''])),
        index,
      };
    });
  });
}
