import type { Locator, Page } from '@playwright/test';

/** The message about what was done, at the foot of the page. */
export const toast = (page: Page): Locator => page.getByRole('status', { name: 'Message' });

export const undo = (page: Page): Locator =>
  toast(page).getByRole('button', { name: 'Undo', exact: true });

/**
 * Lets messages stay until they are dismissed or replaced: a busy machine may take longer for the
 * next step than a message stays.
 */
export const holdToasts = (page: Page) =>
  page.addInitScript((shownMs) => {
    const set = globalThis.setTimeout;
    Object.assign(globalThis, {
      setTimeout: (run: () => void, ms?: number, ...rest: unknown[]) =>
        set(run, ms === shownMs ? 2 ** 31 - 1 : ms, ...rest),
    });
  }, 5000);
