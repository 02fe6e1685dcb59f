import type { Page } from '@playwright/test';
import { grid, toggleColumns } from '../table.ts';
import { prepareAnswers, takeLongTasks } from './answer-time.ts';
import type { Outcome } from './outcome.ts';
import { percentile, round, summary } from './statistics.ts';

const mostMs = 250;

declare global {
  var sortedAfter: Promise<number>;
}

/** The time from a click on a header to the end of the frame that shows the new order. */
async function timeSort(page: Page, column: string, direction: 'ascending' | 'descending') {
  const header = grid(page)
    .getByRole('columnheader')
    .filter({ has: page.getByRole('button', { name: column, exact: true }) });
  await header.scrollIntoViewIfNeeded();
  const words = `sorted by ${column.toLowerCase()}, all`;
  await header.evaluate(
    (head, { direction, words }) => {
      const foot = document.querySelector('section[aria-label="What is loaded"]');
      const isSorted = () =>
        head.getAttribute('aria-sort') === direction &&
        foot?.textContent.toLowerCase().includes(words);
      globalThis.sortedAfter = new Promise((resolve) => {
        const listen = ({ timeStamp }: Event) => {
          const look = () => {
            if (!isSorted()) {
              requestAnimationFrame(look);
              return;
            }
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - timeStamp);
            port2.postMessage(null);
          };
          requestAnimationFrame(look);
        };
        document.addEventListener('click', listen, { capture: true, once: true });
      });
    },
    { direction, words },
  );
  await header.getByRole('button').first().click();
  const timeout = new Promise<never>((_, reject) =>
    setTimeout(reject, 10_000, new Error(`Nothing is sorted by ${column}, ${direction}`)),
  );
  return Promise.race([page.evaluate(() => globalThis.sortedAfter), timeout]);
}

/**
 * Sorts by every column, hidden ones included, up and down; the first sort of a column ranks its
 * rows.
 */
export async function benchSort(page: Page): Promise<Outcome> {
  await prepareAnswers(page);
  const menu = page.getByRole('button', { name: 'Columns' });
  await menu.click();
  const boxes = page.getByRole('checkbox');
  const all = await page.locator('label').filter({ has: boxes }).allTextContents();
  const hidden = await page
    .locator('label')
    .filter({ has: page.locator('input[type=checkbox]:not(:checked)') })
    .allTextContents();
  await page.keyboard.press('Escape');
  await toggleColumns(page, ...hidden);
  await takeLongTasks(page);

  const firstTimes: Record<string, number> = {};
  const againTimes: Record<string, number> = {};
  for (const column of all) {
    firstTimes[column] = round(await timeSort(page, column, 'ascending'), 1);
    againTimes[column] = round(await timeSort(page, column, 'descending'), 1);
  }
  const longTasks = await takeLongTasks(page);
  await toggleColumns(page, ...hidden);
  const first = Object.values(firstTimes);
  const again = Object.values(againTimes);
  const p95 = percentile([...first, ...again], 0.95);
  const [slowest] = Object.entries(firstTimes).sort(([, a], [, b]) => b - a)[0] ?? [];
  return {
    measured: `p95 ${round(p95)} ms over ${all.length} columns up and down (first sort of a column: median ${summary(first).p50}, slowest ${summary(first).most}, ${slowest}; turned round: ${summary(again).p50})`,
    reached: p95 <= mostMs,
    figures: { p95, firstTimes, againTimes, longTasks },
  };
}
