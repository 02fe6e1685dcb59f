import type { Page } from '@playwright/test';
import { test as base, expect } from '../fixtures.ts';
import { startVendor, type Vendor } from './vendor.ts';

interface Fixtures {
  /** A stand-in for the vendor, with canaries as secrets. */
  vendor: Vendor;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from it.
  vendor: async ({}, use) => {
    const vendor = await startVendor();
    await use(vendor);
    await vendor.close();
  },
});

export const password = 'correct horse';
export const withPassword = { DASHBOARD_PASSWORD: password };

export const signInDialog = (page: Page) =>
  page.getByRole('dialog', { name: 'Sign in to Rented Numbers' });

/** Fills in the dialog and waits until it is gone. */
export async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
  await expect(signInDialog(page)).toBeHidden();
}

/** The browser's session cookie, to send it from elsewhere. */
export async function sessionCookie(page: Page): Promise<string> {
  const [cookie] = await page.context().cookies();
  return cookie ? `${cookie.name}=${cookie.value}` : '';
}

/** Everything the browser keeps for the page, as text. */
export const storageDump = (page: Page): Promise<string> =>
  page.evaluate(async () =>
    JSON.stringify({
      local: { ...localStorage },
      session: { ...sessionStorage },
      databases: await indexedDB.databases(),
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      cookie: document.cookie,
      window: window.name,
      history: history.state,
    }),
  );

export { expect };
