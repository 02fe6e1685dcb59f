import { fileURLToPath } from 'node:url';
import { test } from '@playwright/test';
import { benchAppend } from './append.ts';
import { benchExport } from './export-csv.ts';
import { benchFirstRow } from './first-row.ts';
import { benchFling } from './fling.ts';
import { benchHeap } from './heap.ts';
import { expectWholeList, openHeldList } from './held-list.ts';
import { benchHistory } from './history.ts';
import { benchIdle } from './idle.ts';
import { benchLatency } from './latency.ts';
import { measure, type Outcome, type Row } from './outcome.ts';
import { loadWords, report } from './report.ts';
import { benchScreen } from './screen.ts';
import { benchScriptSize } from './script-size.ts';
import { benchSearchAndFilter } from './search-and-filter.ts';
import { benchSort } from './sort.ts';
import { benchStartAccounts } from './start-accounts.ts';
import { benchWalk } from './walk.ts';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const results = fileURLToPath(new URL('../../test-results/bench', import.meta.url));

/** A pattern of row names, to run only some rows. */
const only = new RegExp(process.env.BENCH_ONLY ?? '');

test('speed', async ({ browser }) => {
  const loadBefore = loadWords();
  let held: ReturnType<typeof openHeldList> | undefined;
  const heldPage = async () => {
    held ??= openHeldList(browser);
    const { page } = await held;
    expectWholeList(page);
    return page;
  };

  const goals: [what: string, toReach: string, run: () => Promise<Outcome>][] = [
    ['JS before the first row, gzip', 'at most 125 KiB', () => benchScriptSize(`${dist}/client`)],
    [
      'first row after navigation, against the smallest page of the same libraries',
      'no later',
      () => benchFirstRow(browser, dist),
    ],
    [
      'an open page that waits for nothing: processor time of the browser',
      'at most 0.2 s in 10 s',
      () => benchIdle(browser),
    ],
    [
      '100,000 numbers held: key press in search or a filter click to the painted answer',
      'p95 at most 100 ms, no task over 50 ms',
      async () => benchSearchAndFilter(await heldPage()),
    ],
    [
      '100,000 held: sort by any column',
      'p95 at most 250 ms to paint',
      async () => benchSort(await heldPage()),
    ],
    [
      '100,000 held: fling from top to bottom',
      'frames over 32 ms below 1 %, DOM nodes constant, blank rows never',
      async () => benchFling(await heldPage()),
    ],
    [
      '5,310 held: the screen while a scroll bar is dragged and a wheel spun',
      'no look at an empty table',
      () => benchScreen(browser),
    ],
    [
      '100,000 held: heap over an empty page',
      'at most 120 MB',
      async () => benchHeap(browser, await heldPage()),
    ],
    [
      'export of 100,000 rows to CSV, against a plain join of the same bytes',
      'at most 1.5 times, no frame over 50 ms',
      async () => benchExport(await heldPage()),
    ],
    [
      'appending a page: page 5,000 against page 50',
      'at most 1.2 times',
      () => benchAppend(browser),
    ],
    [
      'what the server adds to a page, p50, against what a bare proxy in Node adds',
      'at most 2 times',
      benchLatency,
    ],
    [
      'whole load of 10,000 numbers at 50 ms a request',
      'at 4: 0.85 of the bound, 1.05 times the requests; at 16: every row 4 times sooner, the proof in 0.8 of the bound, 2.6 times the requests',
      benchWalk,
    ],
    [
      'start of a server with 100 accounts',
      'below 2 s, at most 4 MB more than with one account, no connection',
      benchStartAccounts,
    ],
    [
      'a kept day of 100,000 numbers, of 400 days, to its last row',
      'below 1.5 s, at most 55 bytes a row, event loop held for at most 50 ms',
      benchHistory,
    ],
  ];
  const rows: Row[] = [];
  for (const [what, toReach, run] of goals) {
    if (!only.test(what)) continue;
    const row = await measure({ what, toReach }, run);
    process.stdout.write(`${row.what}: ${row.measured}\n`);
    rows.push(row);
  }
  await (await held)?.close();
  report({ rows, chromium: browser.version(), loadBefore }, results);
});
