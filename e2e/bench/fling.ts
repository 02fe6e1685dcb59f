import type { Page } from '@playwright/test';
import { grid } from '../table.ts';
import { heldCount } from './held-list.ts';
import type { Outcome } from './outcome.ts';
import { round, summary } from './statistics.ts';

const lateMs = 32;
const mostLateShare = 0.01;
const flingMs = 3000;
const rounds = 3;

/** Measurements of each frame, before it is painted. */
interface Watch {
  frames: number[];
  nodes: number[];
  rows: number[];
  /** Pixels between header and foot that no row covers. */
  blankPixels: number[];
}

declare global {
  var watch: Watch;
  var isWatching: boolean;
}

/** Measures every frame from now on, in the frame's own callback, before it is painted. */
const startWatching = (page: Page) =>
  grid(page).evaluate((element) => {
    const scroller = element.parentElement!;
    const header = element.querySelector('[role=rowgroup]')!;
    const watch: Watch = { frames: [], nodes: [], rows: [], blankPixels: [] };
    globalThis.watch = watch;
    globalThis.isWatching = true;
    const everything = document.getElementsByTagName('*');
    let last: number | null = null;
    const look = (now: number) => {
      if (!globalThis.isWatching) return;
      if (last !== null) watch.frames.push(now - last);
      last = now;
      watch.nodes.push(everything.length);
      const rows = [...element.querySelectorAll('[role=row][aria-rowindex]')].slice(1);
      watch.rows.push(rows.length);
      let covered = header.getBoundingClientRect().bottom;
      let blank = 0;
      const end = scroller.getBoundingClientRect().top + scroller.clientHeight;
      const areas = rows.map((row) => row.getBoundingClientRect());
      for (const { top, bottom } of areas.sort((a, b) => a.top - b.top)) {
        if (bottom <= covered || top >= end) continue;
        blank += Math.max(0, top - covered);
        covered = bottom;
      }
      const isEnd = scroller.scrollTop + scroller.clientHeight >= element.scrollHeight;
      if (!isEnd) blank += Math.max(0, end - covered);
      watch.blankPixels.push(Math.round(blank));
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });

const stopWatching = (page: Page): Promise<Watch> =>
  page.evaluate(() => {
    globalThis.isWatching = false;
    return globalThis.watch;
  });

/**
 * Scrolls from the top to the end in `ms`. It scrolls between frames, like real input: the browser
 * then tells the page in the next frame, before painting it.
 */
const fling = (page: Page, ms: number) =>
  grid(page).evaluate(async (element, duration) => {
    const scroller = element.parentElement!;
    const { port1, port2 } = new MessageChannel();
    const far = element.scrollHeight - scroller.clientHeight;
    const started = performance.now();
    await new Promise<void>((resolve) => {
      port1.onmessage = () => {
        const share = Math.min(1, (performance.now() - started) / duration);
        scroller.scrollTop = share * far;
        if (share === 1) resolve();
        else requestAnimationFrame(() => port2.postMessage(null));
      };
      port2.postMessage(null);
    });
  }, ms);

/** Scrolls by wheel, through the browser's own input. */
async function wheel(page: Page, pixels: number, pixelsPerSecond: number) {
  const client = await page.context().newCDPSession(page);
  await client.send('Input.synthesizeScrollGesture', {
    x: 800,
    y: 500,
    yDistance: -pixels,
    speed: pixelsPerSecond,
    gestureSourceType: 'mouse',
  });
  await client.detach();
}

const scrollTo = async (page: Page, share: number) => {
  await grid(page).evaluate((element, part) => {
    element.parentElement!.scrollTop = part * element.scrollHeight;
  }, share);
  await page.waitForTimeout(300);
};

async function watchWhile(page: Page, scroll: () => Promise<void>): Promise<Watch> {
  await startWatching(page);
  await scroll();
  return stopWatching(page);
}

const lateShare = (frames: readonly number[]) =>
  frames.filter((ms) => ms > lateMs).length / frames.length;
const percent = (share: number) => `${round(100 * share, 1)} %`;

/** Scrolling at more than 10,000 rows a second, by script from end to end and by wheel. */
export async function benchFling(page: Page): Promise<Outcome> {
  const runs = { still: [] as Watch[], script: [] as Watch[], wheel: [] as Watch[] };
  for (let at = 0; at < rounds; at += 1) {
    // Without scrolling, with rows above and below: the cost of the machine and of the measuring.
    await scrollTo(page, 0.5);
    runs.still.push(await watchWhile(page, () => page.waitForTimeout(1000)));
    await scrollTo(page, 0);
    runs.script.push(await watchWhile(page, () => fling(page, flingMs)));
    await scrollTo(page, 0);
    runs.wheel.push(await watchWhile(page, () => wheel(page, 1_200_000, 400_000)));
  }
  const of = (watches: readonly Watch[]) => {
    const frames = watches.flatMap((watch) => watch.frames);
    const nodes = watches.flatMap((watch) => watch.nodes);
    const blank = watches.flatMap((watch) => watch.blankPixels);
    return {
      ...summary(frames),
      lateShare: lateShare(frames),
      nodes: [Math.min(...nodes), Math.max(...nodes)] as const,
      rows: Math.max(...watches.flatMap((watch) => watch.rows)),
      blankFrames: blank.filter((pixels) => pixels > 0).length,
    };
  };
  const [still, script, byWheel] = [of(runs.still), of(runs.script), of(runs.wheel)];
  const late = Math.max(script.lateShare, byWheel.lateShare);
  const blankFrames = script.blankFrames + byWheel.blankFrames;
  const most = Math.max(script.nodes[1], byWheel.nodes[1]);
  const rowsPerSecond = round(heldCount / (flingMs / 1000), 0).toLocaleString('en');
  return {
    measured: `${percent(script.lateShare)} of ${script.count} frames over ${lateMs} ms at ${rowsPerSecond} rows/s, by wheel ${percent(byWheel.lateShare)} of ${byWheel.count} (standing still ${percent(still.lateShare)}); at most ${most} nodes (standing still ${still.nodes[1]}); ${blankFrames} frames with a blank row`,
    reached: late < mostLateShare && blankFrames === 0 && most <= still.nodes[1] * 1.05,
    figures: { still, script, wheel: byWheel },
  };
}
