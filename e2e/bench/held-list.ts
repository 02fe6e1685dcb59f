import type { Browser, Page } from '@playwright/test';
import { startServer } from '../server.ts';
import { allLoaded } from '../table.ts';

export const heldCount = 100_000;

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
    await allLoaded(page).waitFor({ timeout: 180_000 });
    const loadMs = performance.now() - started;
    // The rail changes once more, when all rows are checked.
    await page.getByText('checking…').first().waitFor({ state: 'hidden' });
    return { page, url: server.url, loadMs, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The same page without any data, to measure what the data adds. */
export async function openEmptyPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  return context.newPage();
}
