import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from '@playwright/test';
import { build } from 'vite';
import { type Server, startServer } from '../server.ts';
import type { Outcome } from './outcome.ts';
import { median, round, summary } from './statistics.ts';

const mostRatio = 1;
const latencyMs = '80';
const smallestPage = fileURLToPath(new URL('./smallest', import.meta.url));

declare global {
  var firstRowAt: Promise<number>;
}

/**
 * Different filters in each round, so that no answer comes from a server's cache of the last ten
 * seconds. The pages send the same request to servers of their own.
 */
const rounds = ['local', 'mobile'].flatMap((type) =>
  ['voice=true', 'voice=false', 'messaging=true', 'messaging=false', ''].flatMap((capability) =>
    ['GB', 'US'].map((country) =>
      `country_code=${country}&type=${type}&${capability}`.replace(/&$/, ''),
    ),
  ),
);

/** A copy of the build that serves the smallest page in place of ours, from the very same server. */
async function buildSmallest(dist: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rented-numbers-smallest-'));
  await cp(join(dist, 'server'), join(folder, 'server'), { recursive: true });
  await build({
    configFile: false,
    logLevel: 'warn',
    root: smallestPage,
    base: './',
    build: { outDir: join(folder, 'client') },
  });
  return folder;
}

/**
 * The time from the start of the navigation to the end of the frame that paints the row of a
 * number.
 */
async function timeFirstRow(browser: Browser, url: string, number: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript((text) => {
      globalThis.firstRowAt = new Promise((resolve) => {
        const cells = document.getElementsByTagName('*');
        const isThere = () =>
          [...cells].some((cell) => cell.childElementCount === 0 && cell.textContent === text);
        const seen = new MutationObserver(() => {
          if (!isThere()) return;
          seen.disconnect();
          requestAnimationFrame(() => {
            // A message posted in a frame arrives after that frame was painted.
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now());
            port2.postMessage(null);
          });
        });
        seen.observe(document, { subtree: true, childList: true, characterData: true });
      });
    }, number);
    await page.goto(url, { waitUntil: 'commit' });
    return await page.evaluate(() => globalThis.firstRowAt);
  } finally {
    await context.close();
  }
}

async function firstNumber(url: string, query: string): Promise<string | undefined> {
  const headers = { 'x-requested-by': 'bench' };
  const response = await fetch(`${url}/api/numbers?${query}`, { headers });
  const { numbers } = (await response.json()) as { numbers: { number_display: string }[] };
  return numbers[0]?.number_display;
}

/**
 * The time to the first row, as a multiple of that of the smallest page of the same libraries: Query,
 * Table, Virtual and ky, without filters, rail or checks. The smallest page is opened by its file
 * name, for which the server sends no preload link: its request leaves with its scripts.
 */
export async function benchFirstRow(browser: Browser, dist: string): Promise<Outcome> {
  const smallestDist = await buildSmallest(dist);
  const env = { SANDBOX_NUMBERS: '5310', SANDBOX_LATENCY_MS: latencyMs, LOG_LEVEL: 'error' };
  const servers: Server[] = [];
  try {
    // The last server tells the expected first row, so that only the pages send requests to the
    // others.
    for (const folder of [dist, smallestDist, dist]) {
      servers.push(await startServer(env, { dist: folder }));
    }
    const [ours, smallest, oracle] = servers.map(({ url }) => url) as [string, string, string];
    const times = { ours: [] as number[], smallest: [] as number[] };
    for (const [at, query] of rounds.entries()) {
      const number = await firstNumber(oracle, query);
      if (number === undefined) continue;
      const pages = [
        ['ours', `${ours}/`],
        ['smallest', `${smallest}/index.html`],
      ] as const;
      for (const [name, url] of at % 2 === 0 ? pages : pages.toReversed()) {
        const ms = await timeFirstRow(browser, `${url}?${query}`, number);
        // The first round warms the processes up and does not count.
        if (at > 0) times[name].push(ms);
      }
    }
    const ratio = median(times.ours) / median(times.smallest);
    return {
      measured: `${round(ratio, 2)} times (${round(median(times.ours))} ms against ${round(median(times.smallest))} ms, ${times.ours.length} rounds)`,
      reached: ratio <= mostRatio,
      figures: { ratio, ours: summary(times.ours), smallest: summary(times.smallest) },
    };
  } finally {
    for (const { process: child } of servers) child.kill('SIGKILL');
    await rm(smallestDist, { recursive: true });
  }
}
