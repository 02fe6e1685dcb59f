import type { Browser, Page } from '@playwright/test';
import { startServer } from '../server.ts';
import { allLoaded } from '../table.ts';

export const heldCount = 100_000;

const settledAfterMs = 2000;

/** Waits for the last change of the rail: when all rows are checked, which begins after their loading. */
async function settle(page: Page) {
  const read = () => page.getByRole('navigation', { name: 'Filters' }).textContent();
  let before: string | null;
  do {
    before = await read();
    await page.waitForTimeout(settledAfterMs);
  } while (before !== (await read()));
}

/** The whole list of a large account, loaded as a reader would: opened, then Load all. */
export async function openHeldList(browser: Browser) {
  const server = await startServer({
    SANDBOX_NUMBERS: String(heldCount),
    SANDBOX_LATENCY_MS: '0',
    UPSTREAM_CONCURRENCY: '4',
    LOG_LEVEL: 'error',
  });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const close = async () => {
    await context.close();
    server.process.kill('SIGKILL');
  };
  try {
    const page = await context.newPage();
    await page.goto(server.url);
    const started = performance.now();
    await page.getByRole('button', { name: 'Load all' }).click();
    await allLoaded(page).waitFor({ timeout: 600_000 });
    const loadMs = performance.now() - started;
    await settle(page);
    return { page, url: server.url, loadMs, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A measurement that failed may have left a search or filters, and the next one would show fewer rows. */
export function expectWholeList(page: Page): void {
  const narrowed = [...new URL(page.url()).searchParams.keys()].filter((name) => name !== 'sort');
  if (narrowed.length > 0) throw new Error(`The list was left with ${narrowed.join(', ')}.`);
}

/** The same page without any data, to measure what the data adds. */
export async function openEmptyPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  return context.newPage();
}
