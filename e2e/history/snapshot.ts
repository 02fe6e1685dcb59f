import type { Locator, Page } from '@playwright/test';

/** What says all the time that the list is that of a snapshot. */
export const snapshotBar = (page: Page): Locator =>
  page.getByRole('region', { name: 'A snapshot, not the list of now' });

export const backToNow = (page: Page): Locator =>
  snapshotBar(page).getByRole('button', { name: 'Back to now' });

/** The offer of the newest snapshot where the list cannot be loaded. */
export const lastWholeList = (page: Page): Locator =>
  page.getByRole('button', { name: /^Show the last whole list, / });

/** A moment as the page writes it, for the browser of the tests. */
export const momentOf = (page: Page, iso: string): Promise<string> =>
  page.evaluate(
    (text) =>
      new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(
        new Date(text),
      ),
    iso,
  );
