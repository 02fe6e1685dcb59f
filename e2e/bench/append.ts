import type { Browser, CDPSession, Page } from '@playwright/test';
import { startServer } from '../server.ts';
import { grid, statusLine } from '../table.ts';
import type { Outcome } from './outcome.ts';
import { median, round, summary } from './statistics.ts';

const mostRatio = 1.2;
const pageSize = 20;
const near = 40;
const far = 4980;
const steps = 20;

/** Processor time of the page's main thread so far, in milliseconds. */
async function cpuMs(client: CDPSession): Promise<number> {
  const { metrics } = await client.send('Performance.getMetrics');
  const duration = metrics.find(({ name }) => name === 'TaskDuration');
  if (!duration) throw new Error('Chromium does not say how long its tasks took.');
  return duration.value * 1000;
}

/** Waits for a number of loaded rows, frame by frame in the page. */
const waitForRows = (page: Page, rows: number) =>
  statusLine(page).evaluate(async (foot, wanted) => {
    const loaded = () => Number(/([\d,]+) loaded/.exec(foot.textContent)?.[1]?.replaceAll(',', ''));
    while (!(loaded() >= wanted)) await new Promise(requestAnimationFrame);
  }, rows);

/** Loads pages by scrolling to the end again and again, until so many are here. */
async function scrollUpTo(page: Page, pages: number) {
  await grid(page).evaluate(async (element, rows) => {
    const scroller = element.parentElement!;
    const rowHeight = 34;
    while (scroller.scrollHeight < rows * rowHeight) {
      scroller.scrollTop = scroller.scrollHeight;
      await new Promise(requestAnimationFrame);
    }
    scroller.scrollTop = 0;
  }, pages * pageSize);
  await waitForRows(page, pages * pageSize);
}

/** Scrolls by a number of rows. Down, this loads a page; waits until the page is painted. */
const scrollOn = (page: Page, rows: number) =>
  grid(page).evaluate(async (element, by) => {
    const scroller = element.parentElement!;
    const before = element.scrollHeight;
    const rowHeight = 34;
    scroller.scrollTop += by * rowHeight;
    while (by > 0 && element.scrollHeight < before + by * rowHeight)
      await new Promise(requestAnimationFrame);
    for (const _ of 'ab') await new Promise(requestAnimationFrame);
  }, rows);

/**
 * Goes to the end of the loaded rows. The page then loads ahead, until the next row loads a page.
 */
const toEdge = async (page: Page) => {
  await grid(page).evaluate((element) => {
    element.parentElement!.scrollTop = element.scrollHeight;
  });
  await page.waitForTimeout(1000);
};

/** The cost of scrolling down with an appended page at each step, and of scrolling back up. */
async function costs(page: Page, client: CDPSession) {
  const appended: number[] = [];
  const scrolled: number[] = [];
  for (let step = 0; step < steps; step += 1) {
    const start = await cpuMs(client);
    await scrollOn(page, pageSize);
    appended.push((await cpuMs(client)) - start);
  }
  for (let step = 0; step < steps; step += 1) {
    const start = await cpuMs(client);
    await scrollOn(page, -pageSize);
    scrolled.push((await cpuMs(client)) - start);
  }
  return { appended, scrolled };
}

/**
 * The cost of page 5,000 on the main thread, as a multiple of the cost of page 50 of a list.
 */
export async function benchAppend(browser: Browser): Promise<Outcome> {
  const server = await startServer({
    SANDBOX_NUMBERS: String((far + 2 * steps) * pageSize),
    SANDBOX_LATENCY_MS: '0',
    LOG_LEVEL: 'error',
  });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    const client = await context.newCDPSession(page);
    // Thread ticks count processor time, without the time of other programs.
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(server.url);
    await grid(page).getByRole('rowheader').first().waitFor();
    const started = performance.now();
    await scrollUpTo(page, far);
    const seconds = (performance.now() - started) / 1000;
    await toEdge(page);
    const late = await costs(page, client);
    // The same tab, with warm code and a full heap, loads another list from its first page.
    await page.getByRole('group', { name: 'Voice' }).getByText('Yes', { exact: true }).click();
    await page.waitForTimeout(1000);
    await scrollUpTo(page, near);
    await toEdge(page);
    const early = await costs(page, client);

    const ratio = median(late.appended) / median(early.appended);
    return {
      measured: `${round(ratio, 2)} (${round(median(late.appended), 1)} ms of the main thread against ${round(median(early.appended), 1)} ms)`,
      reached: ratio <= mostRatio,
      figures: {
        ratio,
        seconds,
        late: { appended: summary(late.appended), scrolled: summary(late.scrolled) },
        early: { appended: summary(early.appended), scrolled: summary(early.scrolled) },
      },
    };
  } finally {
    await context.close();
    server.process.kill('SIGKILL');
  }
}
