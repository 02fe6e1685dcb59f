import type { Browser, CDPSession } from '@playwright/test';
import { startServer } from '../server.ts';
import { loadedAhead } from '../table.ts';
import type { Outcome } from './outcome.ts';
import { round } from './statistics.ts';

const most = 0.2;
/** Long enough for the checks and the code that is loaded later. */
const settleMs = 3000;
/** How long nobody does anything. */
const seconds = 10;

/** Processor time of all processes of the browser so far, in seconds. */
async function cpuSeconds(client: CDPSession): Promise<number> {
  const { processInfo } = await client.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

/** The processor time of a page on which nobody does anything, and which waits for nothing. */
export async function benchIdle(browser: Browser): Promise<Outcome> {
  const { url, process: child } = await startServer({});
  const context = await browser.newContext({ reducedMotion: 'no-preference' });
  const page = await context.newPage();
  const client = await browser.newBrowserCDPSession();
  await page.goto(url);
  await loadedAhead(page);
  await page.waitForTimeout(settleMs);
  const before = await cpuSeconds(client);
  await page.waitForTimeout(seconds * 1000);
  const used = (await cpuSeconds(client)) - before;
  await context.close();
  child.kill();
  return {
    measured: `${round(used, 2)} s in ${seconds} s`,
    reached: used <= most,
    figures: { used, seconds },
  };
}
