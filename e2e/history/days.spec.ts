import { once } from 'node:events';
import { mkdtemp, readdir, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChangesEvent, History, Snapshot } from '#contract/history.ts';
import type { RentedNumber } from '#contract/number.ts';
import { type PastDay, pastDays } from '#sandbox/start-sandbox.ts';
import { ask, walk } from '../api.ts';
import { expect, test } from '../fixtures.ts';
import { statusLine } from '../table.ts';

const DAY = 86_400_000;
const numbers = 500;
const accountSid = 'acc5a4db0c5-0000-4000-8000-000000005310';
/** Without the schedule, only the days of the sandbox are kept. */
const thirty = {
  SANDBOX_DAYS: '30',
  SANDBOX_NUMBERS: String(numbers),
  HISTORY_SCHEDULE: 'off',
};

async function historyOf(url: string): Promise<History> {
  const response = await ask(`${url}/api/history`);
  expect(response.status).toBe(200);
  return (await response.json()) as History;
}

/** Waits until all days are kept, and gives the snapshots, oldest first. */
async function keptDays(url: string): Promise<Snapshot[]> {
  await expect.poll(async () => (await historyOf(url)).isTaking).toBe(false);
  return (await historyOf(url)).snapshots.toReversed();
}

/** The days of the sandbox, of which the first is the one of a snapshot. */
function inventedDays({ asOf }: Snapshot) {
  const firstDay = Math.floor(Date.parse(asOf) / DAY) * DAY;
  return [...pastDays({ numbers, seed: 1, accountSid, scenario: null }, firstDay, 31)];
}

/** What is different between two days; of a changed number the row of the second day. */
function differenceOf({ rows: from }: PastDay, { rows: to }: PastDay) {
  const before = new Map(from.map((row) => [row.number_sid, row]));
  const after = new Set(to.map(({ number_sid }) => number_sid));
  return {
    added: to.filter(({ number_sid }) => !before.has(number_sid)),
    gone: from.filter(({ number_sid }) => !after.has(number_sid)),
    changed: to.filter((row) => (before.get(row.number_sid) ?? row) !== row),
  };
}

const sids = (rows: readonly { number_sid: string }[]) =>
  rows.map(({ number_sid }) => number_sid).toSorted();

test('thirty days are kept, and each is the list of that day', async ({ sharedServer }) => {
  const { url } = await sharedServer(thirty);
  const kept = await keptDays(url);
  expect(kept).toHaveLength(30);
  const days = inventedDays(kept[0]!);
  const today = Date.now();
  expect(today - Date.parse(kept.at(-1)!.asOf)).toBeLessThan(2 * DAY);
  for (const [at, { asOf, total, status }] of kept.entries()) {
    expect({ asOf, total, status }).toEqual({
      asOf: days[at]!.asOf,
      total: days[at]!.rows.length,
      status: 'kept',
    });
  }
  // The list of now is the day after.
  expect(sids(await walk(url))).toEqual(sids(days[30]!.rows));
});

const sidsOfDay = ({ rows }: { rows: Parameters<typeof sids>[0] }) => sids(rows);

/** The SIDs of the days between that are on neither day. */
function passedBetween(days: readonly string[][], one: number, other: number): string[] {
  const [from, to] = one < other ? [one, other] : [other, one];
  const ends = new Set([...(days[from] ?? []), ...(days[to] ?? [])]);
  return [...new Set(days.slice(from + 1, to).flat())].filter((sid) => !ends.has(sid)).sort();
}

test('what changed between two days is what the sandbox changed', async ({ sharedServer }) => {
  const { url } = await sharedServer(thirty);
  const kept = await keptDays(url);
  const days = inventedDays(kept[0]!);
  for (const [from, to] of [
    [4, 5],
    [11, 12],
    [18, 19],
    [0, 29],
    [29, 3],
  ] as const) {
    const query = new URLSearchParams({
      from: String(kept[from]!.seq),
      to: String(kept[to]!.seq),
    });
    const text = await (await ask(`${url}/api/history/changes?${query}`)).text();
    const events = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as ChangesEvent);
    const seen = {
      added: [] as RentedNumber[],
      gone: [] as RentedNumber[],
      changed: [] as RentedNumber[],
      passed: [] as RentedNumber[],
    };
    for (const event of events) {
      if (event.event === 'added' || event.event === 'gone' || event.event === 'passed')
        seen[event.event].push(...event.numbers);
      if (event.event === 'changed') seen.changed.push(...event.numbers.map(({ after }) => after));
    }
    const difference = differenceOf(days[from]!, days[to]!);
    const expected = {
      added: sids(difference.added),
      gone: sids(difference.gone),
      changed: sids(difference.changed),
      passed: passedBetween(days.map(sidsOfDay), from, to),
    };
    expect({
      added: sids(seen.added),
      gone: sids(seen.gone),
      changed: sids(seen.changed),
      passed: sids(seen.passed),
    }).toEqual(expected);
    expect(events.at(-1)).toEqual({
      event: 'done',
      added: expected.added.length,
      gone: expected.gone.length,
      changed: expected.changed.length,
      passed: expected.passed.length,
    });
  }
});

test('the page shows all days, and what the sandbox changed between two of them', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(thirty);
  const kept = await keptDays(url);
  const days = inventedDays(kept[0]!);
  await page.goto(`${url}/?show=history`);
  const choice = page.getByRole('group', { name: 'Snapshots to compare' });
  await expect(choice.getByLabel('From').getByRole('option')).toHaveCount(30);

  // As many changes as fit into the window.
  const to = days.slice(0, 30).findIndex((day, at) => {
    const { added, gone, changed } = differenceOf(days[at - 1] ?? day, day);
    const least = Math.min(added.length, gone.length, changed.length);
    return least > 0 && added.length + gone.length + changed.length < 16;
  });
  const { added, gone, changed } = differenceOf(days[to - 1]!, days[to]!);
  await choice.getByLabel('From').selectOption(String(kept[to - 1]!.seq));
  await choice.getByLabel('To').selectOption(String(kept[to]!.seq));

  const all = [...added, ...gone, ...changed];
  await expect(statusLine(page)).toContainText(`: ${all.length} differences`);
  const chips = page.getByRole('toolbar', { name: 'Changes to show' }).getByRole('button');
  await expect(chips).toHaveText([
    new RegExp(`Added${added.length}$`),
    new RegExp(`Gone${gone.length}$`),
    new RegExp(`Changed${changed.length}$`),
  ]);
  const shown = async () => {
    const cells = page.getByRole('grid', { name: /^Changes from/ }).getByRole('rowheader');
    return (await cells.allTextContents()).map((text) => text.replace(/\D/g, '')).toSorted();
  };
  const numbersOf = (rows: readonly { number: string }[]) =>
    rows.map(({ number }) => number).toSorted();
  await expect.poll(shown).toEqual(numbersOf(all));
  await chips.filter({ hasText: 'Gone' }).click();
  await expect.poll(shown).toEqual(numbersOf(gone));
});

test('the page answers while the days are being kept, and no snapshot is taken meanwhile', async ({
  serve,
}) => {
  const { url } = await serve({ ...thirty, SANDBOX_NUMBERS: '5310' });
  expect((await historyOf(url)).isTaking).toBe(true);
  const taking = await ask(`${url}/api/history`, { method: 'POST' });
  expect([taking.status, ((await taking.json()) as { code: string }).code]).toEqual([
    409,
    'snapshot_under_way',
  ]);
  expect((await ask(`${url}/api/numbers`)).status).toBe(200);
});

test('a snapshot of now follows the days', async ({ serve }) => {
  const { url } = await serve({ ...thirty, SANDBOX_DAYS: '3' });
  const kept = await keptDays(url);
  const response = await ask(`${url}/api/history`, { method: 'POST' });
  expect(response.status).toBe(201);
  const today = inventedDays(kept[0]!)[3]!;
  expect(await response.json()).toMatchObject({ seq: 4, total: today.rows.length });
});

test('the days are in a folder that goes with the server', async ({ serve }) => {
  const folder = await mkdtemp(join(tmpdir(), 'days-'));
  const server = await serve({ ...thirty, SANDBOX_DAYS: '2', TMPDIR: folder });
  await keptDays(server.url);
  expect(await readdir(folder)).toHaveLength(1);
  server.process.kill('SIGINT');
  await once(server.process, 'exit');
  expect(await readdir(folder)).toEqual([]);
  await rmdir(folder);
});

test('with HISTORY the days stay, and are not invented again', async ({ serve }) => {
  const folder = await mkdtemp(join(tmpdir(), 'days-'));
  const env = { ...thirty, HISTORY: `file:${folder}` };
  const first = await serve({ ...env, SANDBOX_DAYS: '2' });
  expect(await keptDays(first.url)).toHaveLength(2);
  first.process.kill('SIGINT');
  await once(first.process, 'exit');
  const second = await serve({ ...env, SANDBOX_DAYS: '5' });
  expect(await keptDays(second.url)).toHaveLength(2);
  await rm(folder, { recursive: true });
});

test('without the setting there is no history, and the list is the first one', async ({
  serve,
}) => {
  const { url } = await serve({ SANDBOX_NUMBERS: String(numbers) });
  expect((await ask(`${url}/api/history`)).status).toBe(404);
  const [first] = [...pastDays({ numbers, seed: 1, accountSid, scenario: null }, 0, 1)];
  expect(sids(await walk(url))).toEqual(sids(first!.rows));
});
