import type { Page } from '@playwright/test';

/**
 * Writes down what the page has a screen reader say, from its first moment on.
 *
 * @returns what was said so far, each time the words changed.
 */
export async function recordAnnouncements(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    let last = '';
    new MutationObserver(() => {
      const text = document.querySelector('#root [aria-live]')?.textContent ?? '';
      if (text !== '' && text !== last) said.push(text);
      last = text;
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
}
