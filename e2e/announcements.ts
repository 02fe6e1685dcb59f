import type { Locator, Page } from '@playwright/test';

/** A message for screen readers; it stays in the document for some seconds. */
export const said = (page: Page, text: string | RegExp): Locator =>
  page.getByRole('status').getByText(text, { exact: true }).last();

/**
 * Records the messages for screen readers, from the first moment of the page on.
 *
 * @returns every message so far.
 */
export async function recordAnnouncements(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const messages: string[] = [];
    Object.assign(globalThis, { messages });
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        if (!(target instanceof Element) || !target.matches('#root [aria-live]')) continue;
        for (const node of addedNodes) messages.push(node.textContent ?? '');
      }
    }).observe(document, { subtree: true, childList: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { messages: string[] }).messages);
}
