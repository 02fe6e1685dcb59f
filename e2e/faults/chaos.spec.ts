import type { Page } from '@playwright/test';
import { grid, statusLine } from '../table.ts';
import { answerFaults } from './answer-faults.ts';
import { connectionFaults } from './connection-faults.ts';
import { expect, test } from './dashboard.ts';
import type { Fault } from './fault.ts';
import { listFaults } from './list-faults.ts';
import { exportRows, readNumbers } from './page.ts';
import { createRandom } from './random.ts';
import { type Answer, answerWell } from './raw-upstream.ts';
import { checkpointOf, openWalk, readWalk } from './walk.ts';

test.use({ requestsFail: true });

const seed = Number(process.env.CHAOS_SEED ?? 20_160_331);
const numbers = 200;
const chaosMs = 15_000;
const faultShare = 0.4;
/** A smaller share: a walk meets faults at every page, and survives few of them. */
const walkFaultShare = 0.15;

const answerOf = ({ answer, filters, heals }: Fault): Answer[] =>
  // Without faults that close the whole upstream for seconds, or that need a filter.
  answer === 'refuse' || filters || heals === false ? [] : [answer];
const faults = [...connectionFaults, ...answerFaults, ...listFaults].flatMap(answerOf);

interface Look {
  foot: string;
  stopped: string | null;
}

/** Scrolls to the end of the loaded rows and reads the state of the page. */
const look = (page: Page): Promise<Look> =>
  grid(page).evaluate(async (element) => {
    const scroller = element.parentElement!;
    scroller.scrollTop = scroller.scrollHeight;
    for (const _ of 'ab') await new Promise(requestAnimationFrame);
    const foot = document.querySelector('section[aria-label="What is loaded"] > span');
    return {
      foot: foot?.textContent ?? '',
      stopped: document.querySelector('main [role=alert] button')?.textContent ?? null,
    };
  });

/** Does what a person would do next, and returns the state before. */
async function goOn(page: Page): Promise<Look> {
  const seen = await look(page);
  if (seen.stopped === 'Try again') {
    await page.getByRole('button', { name: 'Try again' }).click();
  }
  return seen;
}

const incomplete =
  /^(Loading the first numbers|Nothing loaded: .+|[\d,]+ loaded, (more available|then stopped: .+|[\d,]+ skipped, .*))$/;

test('F1 to F25 at random: the page shows the whole list, or says that it does not', async ({
  page,
  startDashboard,
}) => {
  process.stdout.write(`CHAOS_SEED=${seed}\n`);
  test.setTimeout(60_000);
  const { server, upstream, expectUnharmed } = await startDashboard(
    { UPSTREAM_TIMEOUT_MS: '200', UPSTREAM_DEADLINE_MS: '1000' },
    numbers,
  );
  const random = createRandom(seed);
  upstream.set((exchange) => {
    const fault = faults[Math.floor(random() * faults.length)] ?? answerWell;
    (random() < faultShare ? fault : answerWell)(exchange);
  });
  const expected = upstream.account.numbers();
  const tally = { stops: 0, whole: 0, partial: 0 };
  await page.goto(server.url);

  const until = performance.now() + chaosMs;
  while (performance.now() < until) {
    await expect(statusLine(page)).toBeVisible();
    const { foot, stopped } = await goOn(page);
    if (stopped) tally.stops += 1;
    const isEnd = /^All |skipped, /.test(foot);
    if (!isEnd) {
      expect(foot).toMatch(incomplete);
      continue;
    }
    const { name, numbers: exported } = await exportRows(page);
    if (foot.startsWith('All ')) {
      tally.whole += 1;
      expect(name).toContain('_complete_');
      expect(exported.toSorted()).toEqual(expected);
    } else {
      tally.partial += 1;
      expect(name).toContain('_partial_');
      expect(expected).toEqual(expect.arrayContaining(exported));
      expect(new Set(exported).size).toBe(exported.length);
    }
    await page.reload();
  }
  expect(tally.stops).toBeGreaterThan(0);

  await upstream.heal();
  await page.reload();
  await expect.poll(async () => (await goOn(page)).foot).toMatch(/^All 200 loaded,/);
  await expect.poll(() => readNumbers(page)).toEqual(expected);
  await expect(statusLine(page)).toContainText('All 200 loaded');
  expect((await exportRows(page)).numbers).toEqual(expected);
  await expectUnharmed();
  process.stdout.write(`${upstream.exchanges.length} requests, ${JSON.stringify(tally)}\n`);
});

test('F1 to F25 at random: a walk that ends with done has every row, however often it was stopped', async ({
  startDashboard,
}) => {
  process.stdout.write(`CHAOS_SEED=${seed}\n`);
  test.setTimeout(60_000);
  const dashboard = await startDashboard(
    { UPSTREAM_TIMEOUT_MS: '200', UPSTREAM_DEADLINE_MS: '1000' },
    numbers,
  );
  const { upstream, expectUnharmed } = dashboard;
  const random = createRandom(seed);
  upstream.set((exchange) => {
    const fault = faults[Math.floor(random() * faults.length)] ?? answerWell;
    (random() < walkFaultShare ? fault : answerWell)(exchange);
  });
  const expected = [...upstream.account.sids()].toSorted();
  const tally = { failed: 0, whole: 0, partial: 0 };
  let seen = new Set<string>();
  let checkpoint = {};

  const until = performance.now() + chaosMs;
  while (performance.now() < until) {
    const { end, sids } = await readWalk(await openWalk(dashboard, checkpoint));
    expect(end, 'the last line').toBeDefined();
    for (const sid of sids) seen.add(sid);
    expect(expected).toEqual(expect.arrayContaining([...seen]));
    checkpoint = checkpointOf(end);
    if (end?.event !== 'done') {
      tally.failed += 1;
      continue;
    }
    if (end.skipped === 0) expect([...seen].toSorted()).toEqual(expected);
    tally[end.skipped === 0 ? 'whole' : 'partial'] += 1;
    seen = new Set();
  }
  expect(tally.failed).toBeGreaterThan(0);
  expect(tally.whole + tally.partial).toBeGreaterThan(0);
  await upstream.heal();
  // The last fault may have been a 429, which pauses the walk for longer than its deadline.
  let walked = { sids: [] as string[] };
  await expect
    .poll(async () => {
      const { end, sids } = await readWalk(await openWalk(dashboard));
      walked = { sids };
      return end;
    })
    .toMatchObject({ event: 'done', total: numbers, skipped: 0 });
  expect(walked.sids.toSorted()).toEqual(expected);
  await expectUnharmed();
  process.stdout.write(`${upstream.exchanges.length} requests, ${JSON.stringify(tally)}\n`);
});
