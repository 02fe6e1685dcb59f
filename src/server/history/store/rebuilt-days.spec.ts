import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RentedNumber } from '#contract/number.ts';
import {
  changesOf,
  dayOf,
  listOf,
  offer,
  openTestHistory,
  rented,
  temporaryFolder,
} from './test-history.ts';

const anyText = fc.oneof(
  fc.constantFrom('', 'Head office', '‮rtl', 'nul\0', '"quoted", \\', 'é😀', 'half \ud83d'),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const anyNumber = fc.constantFrom(
  '+442079460958',
  '442079460958',
  '37255512345',
  '+1 212 555 0123',
  '020 7946 0958',
  '5491123456789',
  '112',
  '#31#',
  'sip:desk@example.com',
);

/** Few numbers, so that the same ones come, go and change. */
const anyRow = fc
  .record({
    number_sid: fc.integer({ min: 0, max: 14 }).map((at) => `num-${at}`),
    number: anyNumber,
    name: maybe(anyText),
    country_code: fc.constantFrom('GB', 'EE', '', 'international'),
    type: fc.constantFrom('local', 'mobile'),
    call_controller: maybe(anyText),
    created: maybe(fc.constantFrom('2024-03-01T10:00:00+00:00', '2024-03-01T12:00:00+02:00')),
    voice: fc.boolean(),
    messaging: fc.boolean(),
    mode: maybe(fc.constantFrom('live', 'test')),
    has_token: fc.boolean(),
  })
  .map(rented);

const anyList = fc.uniqueArray(anyRow, {
  minLength: 1,
  maxLength: 15,
  selector: ({ number_sid }) => number_sid,
});

/** Each day is a new list, the same list again, or the list of two days before. */
const anyDays = fc
  .array(fc.oneof({ weight: 4, arbitrary: anyList }, fc.constantFrom<1 | 2>(1, 2)), {
    minLength: 1,
    maxLength: 7,
  })
  .map((days) => {
    const lists: RentedNumber[][] = [];
    for (const day of days) {
      lists.push(
        typeof day === 'number' ? (lists.at(-day) ?? [rented({ number_sid: 'num-1' })]) : day,
      );
    }
    return lists;
  });

/** What UTF-8 can hold. */
const wellFormed = (list: readonly RentedNumber[]): RentedNumber[] =>
  JSON.parse(JSON.stringify(list).replace(/\\ud[89a-f][\da-f]{2}/g, '\\ufffd'));

const sorted = (list: readonly RentedNumber[]) =>
  wellFormed(list).sort((one, other) => (one.number_sid < other.number_sid ? -1 : 1));

const bySid = (list: readonly RentedNumber[]) =>
  new Map(sorted(list).map((row) => [row.number_sid, row]));

const isSame = (one: RentedNumber, other: RentedNumber) =>
  JSON.stringify(one) === JSON.stringify(other);

/** The numbers of the days between that are on neither day, as they last were. */
function expectedPassed(days: readonly RentedNumber[][], one: number, other: number) {
  const [from, to] = one < other ? [one, other] : [other, one];
  const [before, after] = [bySid(days[from] ?? []), bySid(days[to] ?? [])];
  const between = bySid(days.slice(from + 1, to).flat());
  return [...between.values()]
    .filter(({ number_sid }) => !before.has(number_sid) && !after.has(number_sid))
    .sort((row, next) => (row.number_sid < next.number_sid ? -1 : 1));
}

function expectedChanges(from: readonly RentedNumber[], to: readonly RentedNumber[]) {
  const [before, after] = [bySid(from), bySid(to)];
  const added = [...after.values()].filter((row) => !before.has(row.number_sid));
  const gone = [...before.values()].filter((row) => !after.has(row.number_sid));
  const changed = [...before.values()].flatMap((row) => {
    const now = after.get(row.number_sid);
    return now === undefined || isSame(row, now) ? [] : [{ before: row, after: now }];
  });
  const counts = { added: added.length, gone: gone.length, changed: changed.length };
  return { added, gone, changed, counts };
}

test('every day of a history, rebuilt, is the list of that day, and any two compare in both directions', async () => {
  await fc.assert(
    fc.asyncProperty(anyDays, async (days) => {
      const history = (await openTestHistory(await temporaryFolder())).account('acc-1');
      for (const [at, list] of days.entries()) {
        expect(await offer(history, list, dayOf(at + 1))).toMatchObject({
          seq: at + 1,
          total: list.length,
          status: 'kept',
        });
      }
      for (const [from, list] of days.entries()) {
        expect(await listOf(history, from + 1)).toEqual(sorted(list));
        for (const [to, other] of days.entries()) {
          const changes = await changesOf(history, from + 1, to + 1);
          const { counts, ...expected } = expectedChanges(list, other);
          const passed = expectedPassed(days, from, to);
          expect(changes).toEqual({
            ...{ ...expected, passed },
            counts: { ...counts, passed: passed.length },
          });
        }
      }
    }),
    { numRuns: 25 },
  );
});

test('the history of a number is what its days say', async () => {
  await fc.assert(
    fc.asyncProperty(anyDays, async (days) => {
      const history = (await openTestHistory(await temporaryFolder())).account('acc-1');
      for (const [at, list] of days.entries()) await offer(history, list, dayOf(at + 1));
      const place = (at: number) => ({ seq: at + 1, asOf: dayOf(at + 1) });
      const lists = days.map(bySid);

      for (const sid of ['num-0', 'num-1', 'num-2']) {
        const rows = lists.map((list) => list.get(sid) ?? null);
        const days = rows.flatMap((row, at) => (row === null ? [] : [at]));
        const [first] = days;
        const last = days.at(-1);
        const changes = rows.flatMap((after, at) => {
          const before = rows[at - 1];
          const isChange = before !== undefined && JSON.stringify(before) !== JSON.stringify(after);
          return isChange ? [{ ...place(at), before, after }] : [];
        });
        expect(await history.number(sid, new AbortController().signal)).toEqual({
          since: place(0),
          first: first === undefined ? null : place(first),
          last: last === undefined ? null : place(last),
          changes: changes.reverse(),
        });
      }
    }),
    { numRuns: 15 },
  );
});
