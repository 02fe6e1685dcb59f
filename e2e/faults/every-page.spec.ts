import type { NumberPage } from '#contract/number.ts';
import type { WirePage } from '#sandbox/stand-in/account.ts';
import { answerFaults } from './answer-faults.ts';
import { connectionFaults } from './connection-faults.ts';
import { type Answered, type Dashboard, expect, patient, test } from './dashboard.ts';
import type { Fault, Outcome } from './fault.ts';
import { listFaults } from './list-faults.ts';

const faults = [...connectionFaults, ...answerFaults, ...listFaults];

/** Time for a slow machine, beyond the dashboard's own deadline. */
const slackMs = 10_000;
/** A generous limit for 1 MiB and the buffers between two processes. */
const mostSentBytes = 16 * 1024 * 1024;

const statusOf: Partial<Record<Outcome, number>> = {
  fine: 200,
  cursor_expired: 410,
  upstream_rate_limited: 429,
  upstream_timeout: 504,
};

interface Place {
  cursor: string | null;
  due: NumberPage;
}

const sids = (pages: { numbers: { number_sid: string }[] }[]) =>
  pages.flatMap(({ numbers }) => numbers.map(({ number_sid }) => number_sid));

/** Follows the cursors to the end of the list. */
async function walk({ ask }: Dashboard, filters: Record<string, string>): Promise<Place[]> {
  const places: Place[] = [];
  let cursor: string | null = null;
  do {
    const { body }: Answered = await ask({ ...filters, ...(cursor && { cursor }) });
    places.push({ cursor, due: body });
    cursor = body.next;
  } while (cursor !== null);
  return places;
}

function expectOutcome(answered: Answered, fault: Fault, { cursor, due }: Place) {
  const limits = fault.limits ?? patient;
  const outcome = (cursor && fault.outcomeOnCursor) || fault.outcome;
  expect(answered.status).toBe(statusOf[outcome] ?? 502);
  expect(answered.ms).toBeLessThan(Number(limits.UPSTREAM_DEADLINE_MS) + slackMs);
  expect(answered.headers.get('www-authenticate')).toBeNull();
  if (outcome === 'fine') {
    const isRight = fault.isRight ?? (() => JSON.stringify(answered.body) === JSON.stringify(due));
    expect(isRight(answered.body, due as unknown as WirePage)).toBe(true);
    return;
  }
  expect(answered.headers.get('content-type')).toBe('application/problem+json');
  expect(answered.headers.get('cache-control')).toBe('no-store');
  expect(answered.body).toMatchObject({
    code: outcome,
    retryable: expect.any(Boolean),
    requestId: expect.any(String),
  });
  const wait = answered.headers.get('retry-after');
  expect(wait === null).toBe(outcome !== 'upstream_rate_limited');
}

for (const fault of faults) {
  test(`${fault.name}: first page, mid-scroll and export`, async ({ startDashboard }) => {
    const { answer, scope, filters = {} } = fault;
    const dashboard = await startDashboard(fault.limits);
    const { upstream, ask } = dashboard;
    const places = await walk(dashboard, filters);
    const before = upstream.exchanges.length;

    if (answer === 'refuse') await upstream.refuse();
    else upstream.set(answer, scope);

    // All three at once: the fault of one must not change the others' answers.
    const cells = {
      'first page': places[0]!,
      'mid-scroll': places.at(-2)!,
      export: places.at(-1)!,
    };
    const answers = await Promise.all(
      Object.values(cells).map(({ cursor }) => ask({ ...filters, ...(cursor && { cursor }) })),
    );
    for (const [at, [name, place]] of Object.entries(cells).entries()) {
      await test.step(name, () => expectOutcome(answers[at]!, fault, place));
    }

    const asked = upstream.exchanges.slice(before).map(({ target }) => target);
    const [least, most] = fault.asked;
    for (const target of new Set(asked)) {
      const count = asked.filter((one) => one === target).length;
      expect(count, target).toBeGreaterThanOrEqual(least);
      expect(count, target).toBeLessThanOrEqual(most);
    }
    if (least > 0) expect(new Set(asked).size).toBe(Object.keys(cells).length);
    await dashboard.expectUnharmed();
    expect(upstream.mostWritten()).toBeLessThan(mostSentBytes);

    if (fault.heals === false) return;
    await upstream.heal();
    const { cursor, due } = cells.export;
    const search = { ...filters, ...(cursor && { cursor }) };
    if (fault.outcome !== 'fine') {
      await test.step('nothing of it is remembered', async () => {
        expect((await ask(search, true)).body).toEqual(due);
      });
    }
    await test.step('export, once it is over: the rest, and nothing twice', async () => {
      const rest = await ask(search);
      const read = sids([...places.slice(0, -1).map((place) => place.due), rest.body]);
      const numbers = upstream.account.matching(new URLSearchParams(filters));
      expect(read).toEqual(sids([{ numbers }]));
    });
  });
}
