import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from '@playwright/test';
import { type Server, startServer } from '../server.ts';
import type { Outcome } from './outcome.ts';
import { median, round, summary } from './statistics.ts';

const mostRatio = 1.25;
const latencyMs = '80';
const barePage = fileURLToPath(new URL('./bare', import.meta.url));

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

/** A copy of the build that serves the bare page in place of ours, from the very same server. */
async function makeBareDist(dist: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rented-numbers-bare-'));
  await mkdir(join(folder, 'client'));
  await cp(join(dist, 'server'), join(folder, 'server'), { recursive: true });
  await cp(barePage, join(folder, 'client'), { recursive: true });
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
 * The time to the first row, as a multiple of that of a bare page without a framework that fetches
 * and prints the same rows. The bare page is opened by its file name, for which the server sends no
 * preload link, and at `/`, with the link.
 */
export async function benchFirstRow(browser: Browser, dist: string): Promise<Outcome> {
  const bareDist = await makeBareDist(dist);
  const env = { SANDBOX_NUMBERS: '5310', SANDBOX_LATENCY_MS: latencyMs, LOG_LEVEL: 'error' };
  const servers: Server[] = [];
  try {
    // The last server tells the expected first row, so that only the pages send requests to the
    // others.
    for (const folder of [dist, bareDist, bareDist, dist]) {
      servers.push(await startServer(env, { dist: folder }));
    }
    const urls = servers.map(({ url }) => url);
    const [ours, bare, preloading, oracle] = urls as [string, string, string, string];
    const times = { ours: [] as number[], bare: [] as number[], preloading: [] as number[] };
    for (const [at, query] of rounds.entries()) {
      const number = await firstNumber(oracle, query);
      if (number === undefined) continue;
      const pages = [
        ['ours', `${ours}/`],
        ['bare', `${bare}/index.html`],
        ['preloading', `${preloading}/`],
      ] as const;
      for (const [name, url] of at % 2 === 0 ? pages : pages.toReversed()) {
        const ms = await timeFirstRow(browser, `${url}?${query}`, number);
        // The first round warms the processes up and does not count.
        if (at > 0) times[name].push(ms);
      }
    }
    const ratio = median(times.ours) / median(times.bare);
    const sterner = median(times.ours) / median(times.preloading);
    return {
      measured: `${round(ratio, 2)} (${round(median(times.ours))} ms against ${round(median(times.bare))} ms, ${times.ours.length} rounds; ${round(sterner, 2)} against one whose request leaves with the HTML, too)`,
      reached: ratio <= mostRatio,
      figures: {
        ratio,
        sterner,
        ours: summary(times.ours),
        bare: summary(times.bare),
        preloading: summary(times.preloading),
      },
    };
  } finally {
    for (const { process: child } of servers) child.kill('SIGKILL');
    await rm(bareDist, { recursive: true });
  }
}
