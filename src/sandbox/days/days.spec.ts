import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startSandbox } from '../start-sandbox.ts';
import { accountSid, authorization, createTestClient, testSettings } from '../test-client.ts';
import { DAY, midnightBefore } from './calendar.ts';

const noon = Date.UTC(2027, 2, 9, 12);
const midnight = Date.UTC(2027, 2, 9);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: noon });
});
afterEach(() => {
  vi.useRealTimers();
});

/** The whole list of a sandbox, page by page. */
async function listOf({ page }: ReturnType<typeof createTestClient>, from = '') {
  const sids: string[] = [];
  for (let address: string | null = from; address !== null; ) {
    const { numbers, next } = await page(address);
    sids.push(...numbers.map(({ number_sid }) => number_sid));
    address = next;
  }
  return sids;
}

test.each([
  [0, midnight],
  [1, midnight - DAY],
  [30, Date.UTC(2027, 1, 7)],
])('%i days before', (days, expected) => {
  expect([noon, midnight, midnight + DAY - 1].map((at) => midnightBefore(at, days))).toEqual([
    expected,
    expected,
    expected,
  ]);
});

describe('the list that is served', () => {
  test('is the first list on the first day, as without days', async () => {
    const days = createTestClient({ firstDay: midnight });
    const plain = createTestClient();
    expect(await listOf(days)).toEqual(await listOf(plain));
    vi.setSystemTime(midnight + 20 * DAY);
    expect(await listOf(days)).not.toEqual(await listOf(plain));
  });

  test('moves on at midnight, and does not go back with the clock', async () => {
    const days = createTestClient({ firstDay: midnight });
    const first = await listOf(days);
    vi.setSystemTime(midnight + 12 * DAY + 1);
    const later = await listOf(days);
    expect(later).not.toEqual(first);
    expect(later).toEqual(await listOf(createTestClient({ firstDay: midnight })));
    vi.setSystemTime(noon);
    expect(await listOf(days)).toEqual(later);
  });

  test('keeps the place of a cursor over midnight', async () => {
    const days = createTestClient({ firstDay: midnight });
    const before = await days.page();
    vi.setSystemTime(midnight + 12 * DAY);
    const all = await listOf(days);
    const read = new Set(before.numbers.map(({ number_sid }) => number_sid));
    expect(await listOf(days, before.next!)).toEqual(all.filter((sid) => !read.has(sid)));
  });
});

describe('the days before today', () => {
  const start = (days?: number) =>
    startSandbox({
      accounts: [testSettings],
      scenario: null,
      latencyMs: 0,
      ...(days !== undefined && { days }),
    });

  test('lead from the first list to the list of today', async () => {
    const sandbox = await start(20);
    const past = [...sandbox.pastDays(accountSid)];
    const served = async () =>
      (await listOf(createTestClient({ firstDay: midnight - 20 * DAY }))).toSorted();
    const list = await fetch(`${sandbox.url}/v2/accounts/${accountSid}/numbers`, {
      headers: { authorization },
    });
    await sandbox.close();

    expect(past.map(({ asOf }) => asOf)).toEqual(
      Array.from({ length: 20 }, (_, at) =>
        new Date(midnight - (20 - at) * DAY + 4 * 3_600_000).toISOString(),
      ),
    );
    for (const [at, { rows }] of past.entries()) {
      vi.setSystemTime(midnight - (20 - at) * DAY);
      expect(rows.map(({ number_sid }) => number_sid).toSorted()).toEqual(await served());
    }
    vi.setSystemTime(noon);
    const today = await createTestClient({ firstDay: midnight - 20 * DAY }).page();
    expect(((await list.json()) as typeof today).numbers).toEqual(today.numbers);
  });

  test.each([undefined, 0])('are none with %s days', async (days) => {
    const sandbox = await start(days);
    expect([...sandbox.pastDays(accountSid)]).toEqual([]);
    await sandbox.close();
  });

  test('are none of an account that does not exist', async () => {
    const sandbox = await start(3);
    expect([...sandbox.pastDays('acc-other')]).toEqual([]);
    await sandbox.close();
  });
});
