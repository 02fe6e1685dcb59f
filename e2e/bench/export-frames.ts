import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { allLoaded, scrollUntil } from '../table.ts';

// npm run build && npx playwright test --config e2e/bench/playwright.config.ts

declare global {
  var frameTimes: number[];
}

/** Notes from now on how long the page took from each frame to the next, in milliseconds. */
const recordFrames = (page: Page) =>
  page.evaluate(() => {
    const frames: number[] = [];
    globalThis.frameTimes = frames;
    let last = performance.now();
    function tick() {
      if (globalThis.frameTimes !== frames) return;
      const now = performance.now();
      frames.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    }
    requestAnimationFrame(tick);
  });

test('the longest frame while 5,000 rows are exported', async ({ page, serve }) => {
  const { url } = await serve({ SANDBOX_NUMBERS: '5000' });
  await page.goto(url);
  const started = performance.now();
  await scrollUntil(page, allLoaded(page), 100_000);
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(`5,000 rows loaded by scrolling in ${seconds.toFixed(1)} s\n`);
  await expect(page.getByRole('button', { name: 'Export all 5,000 rows' })).toBeVisible();

  for (const format of ['CSV', 'Excel', 'JSON']) {
    await recordFrames(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Export / }).click();
    await page.getByRole('button', { name: new RegExp(`^${format}`) }).click();
    const clicked = performance.now();
    await (await download).path();
    const ms = Math.round(performance.now() - clicked);
    const frames = await page.evaluate(() => globalThis.frameTimes);
    const longest = Math.max(...frames).toFixed(1);
    process.stdout.write(
      `${format}: longest of ${frames.length} frames ${longest} ms, file after ${ms} ms\n`,
    );
  }
});
