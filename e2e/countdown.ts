import { expect, type Page } from '@playwright/test';

/**
 * Records the seconds of the page's countdown, from the page's first moment on. Each count stands
 * for one second only, in which a busy machine might not look.
 *
 * @returns an assertion for after the countdown: every count was `from` at most, and fell.
 */
export async function recordCountdown(page: Page): Promise<(from: number) => Promise<void>> {
  await page.addInitScript(() => {
    const seconds: number[] = [];
    Object.assign(globalThis, { seconds });
    new MutationObserver(() => {
      const words = document.querySelector('[role=alert]')?.textContent ?? '';
      const count = /Retry now \((\d+) s\)/.exec(words)?.[1];
      if (count !== undefined && Number(count) !== seconds.at(-1)) seconds.push(Number(count));
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return async (from) => {
    const seconds = await page.evaluate(
      () => (globalThis as unknown as { seconds: number[] }).seconds,
    );
    expect(seconds.length).toBeGreaterThan(0);
    for (const [at, count] of seconds.entries()) {
      const before = seconds[at - 1] ?? Number.POSITIVE_INFINITY;
      expect(count, `${seconds}`).toBeLessThanOrEqual(from);
      expect(count < before || count === from, `${seconds}`).toBe(true);
    }
  };
}
