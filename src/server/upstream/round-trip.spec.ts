import fc from 'fast-check';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filterEntries, isFilterText, type NumberFilters } from '#contract/filters.ts';
import type { RentedNumber } from '#contract/number.ts';
import { parseInventoryQuery, parseNumbersQuery } from '#contract/query.ts';
import { selectionEntries, selectionParts } from '#contract/selection.ts';
import { isAskedFor } from '#sandbox/stand-in/account.ts';
import { documentedRow, wirePage } from '#sandbox/stand-in/documented-row.ts';
import { sendJson, startStandIn } from '#sandbox/stand-in/start-stand-in.ts';
import { createUpstream } from './client.ts';
import type { Upstream } from './upstream.ts';

const log = pino({ level: 'silent' });
const asking = { signal: new AbortController().signal, log, fresh: true };

/** The rows of the upstream; it compares filters exactly. */
let rows: Record<string, unknown>[] = [];
let server: Awaited<ReturnType<typeof startStandIn>>;
let upstream: Upstream;

beforeAll(async () => {
  server = await startStandIn(({ url = '' }, response) => {
    const { searchParams } = new URL(url, 'http://upstream');
    sendJson(response, wirePage(rows.filter((row) => isAskedFor(row, searchParams))));
  });
  upstream = createUpstream({
    accountSid: 'acc-test',
    authToken: 'a-test-token',
    baseUrl: new URL(server.url),
    concurrency: 4,
    timeoutMs: 5000,
    deadlineMs: 10_000,
  });
});
afterAll(async () => {
  await upstream.close();
  await server.close();
});

/** Documented values, values seen elsewhere, and any other text that JSON can hold. */
const anyText = (...known: string[]) =>
  fc.oneof(
    fc.constantFrom(...known, '', ' ', 'a,b', 'a\\,b', 'x&y=z', 'Ä ß', '移动', '📞', '"<b>'),
    fc.string({ unit: 'binary', maxLength: 8 }),
    // Lone surrogates too.
    fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 4 })
      .map((units) => String.fromCharCode(...units)),
    fc.string({ minLength: 60, maxLength: 70 }),
  );
const anyWireRow = fc.record({
  country_code: anyText('GB', 'gb', 'Gb', 'GBR', 'international', 'ZZ'),
  country_name: anyText('United Kingdom', 'Côte d’Ivoire'),
  type: anyText('local', 'Local', 'Local Mobile', 'local mobile', 'short_code', 'toll-free'),
  voice: fc.boolean(),
  messaging: fc.boolean(),
});

const sidsOf = (numbers: readonly RentedNumber[]) => numbers.map(({ number_sid }) => number_sid);

/** The rows of a page request, read back from its address. */
async function list(filters: NumberFilters) {
  const { query, faults } = parseNumbersQuery(new URLSearchParams(filterEntries(filters)));
  expect(faults).toEqual([]);
  return sidsOf((await upstream.listNumbers(query, asking)).numbers);
}

/** The rows of a walk over several values of a filter, by its address. */
async function walk(name: 'country_code' | 'type', values: readonly string[]) {
  const search = new URLSearchParams(selectionEntries({ [name]: values }));
  const { query, faults } = parseInventoryQuery(new URLSearchParams(String(search)));
  expect(faults).toEqual([]);
  expect(selectionParts(query.selection)).toHaveLength(values.length);
  const sids: string[] = [];
  for await (const event of upstream.walk(query, asking)) {
    if (event.event === 'numbers') sids.push(...sidsOf(event.numbers));
    if (event.event === 'failed') throw event.error;
  }
  return sids;
}

test('W10 a filter by any value that a row shows finds the row', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyWireRow, { minLength: 1, maxLength: 4 }), async (wire) => {
      rows = wire.map((changes, at) => documentedRow({ ...changes, number_sid: `num-${at}` }));
      const { numbers, skipped } = await upstream.listNumbers(
        { filters: {}, limit: 20, cursor: null },
        asking,
      );
      expect(skipped).toBe(0);
      for (const name of ['country_code', 'type'] as const) {
        const values = [...new Set(numbers.map((row) => row[name]))].filter(isFilterText);
        for (const value of values) {
          const due = numbers.filter((row) => row[name] === value);
          expect(await list({ [name]: value })).toEqual(sidsOf(due));
        }
        if (values.length === 0) continue;
        const due = numbers.filter((row) => values.includes(row[name]));
        expect((await walk(name, values)).toSorted()).toEqual(sidsOf(due).toSorted());
      }
      for (const row of numbers) {
        const { voice, messaging, country_name } = row;
        expect(await list({ voice, messaging })).toContain(row.number_sid);
        if (isFilterText(country_name))
          expect(await list({ country_name })).toContain(row.number_sid);
      }
    }),
  );
});
