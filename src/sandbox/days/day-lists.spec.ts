import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { generateNumbers } from '../data/generate-numbers.ts';
import type { NumberList } from '../inventory.ts';
import type { InventoryRow } from '../matches-filters.ts';
import { numberRowSchema } from '../schema.ts';
import { DAY } from './calendar.ts';
import { dayLists } from './day-lists.ts';

const firstDay = Date.UTC(2027, 2, 1);
const first = generateNumbers(5310, 1, 'acc1');

function listsOf(count: number, { list = first as NumberList, seed = 1 } = {}): NumberList[] {
  const lists = dayLists(list, { seed, firstDay });
  return Array.from({ length: count }, () => lists.next().value);
}

/** What one day did, from list to list; a place keeps its number. */
function difference(before: NumberList, after: NumberList) {
  const rented: InventoryRow[] = [];
  const gone: InventoryRow[] = [];
  const changed: [InventoryRow, InventoryRow][] = [];
  after.forEach((now, at) => {
    const then = before[at] ?? null;
    if (then === null && now !== null) rented.push(now);
    if (then !== null && now === null) gone.push(then);
    if (then !== null && now !== null && then !== now) changed.push([then, now]);
  });
  return { rented, gone, changed };
}

const lists = listsOf(31);
const days = lists.slice(1).map((after, at) => difference(lists[at]!, after));
const isWeekend = (index: number) =>
  [0, 6].includes(new Date(firstDay + (index - 1) * DAY).getUTCDay());
/** Days on which many numbers change at once. */
const great = [5, 12, 19];

test('the first day is the list as given', () => {
  expect(lists[0]).toBe(first);
});

test('the same list, seed and first day give the same days', () => {
  expect(listsOf(31)).toEqual(lists);
  expect(listsOf(3, { seed: 2 })[2]).not.toEqual(lists[2]);
});

test('rows fit the wire format, and no number or SID comes twice, also after it was given back', () => {
  const ever = new Map<string, InventoryRow>();
  for (const row of lists.flat()) if (row !== null) ever.set(row.number_sid, row);
  expect(() => v.parse(v.array(numberRowSchema), [...ever.values()])).not.toThrow();
  expect(new Set([...ever.values()].map(({ number }) => number)).size).toBe(ever.size);
  expect(ever.size).toBe(first.length + days.flatMap(({ rented }) => rented).length);
});

describe('from day to day', () => {
  test('a few numbers are rented, given back and changed, and hardly any at weekends', () => {
    days.forEach(({ rented, gone, changed }, at) => {
      if (great.includes(at + 1)) return;
      const most = isWeekend(at + 1) ? [0, 0, 1] : [6, 6, 6];
      expect([rented, gone, changed].every((rows, kind) => rows.length <= most[kind]!)).toBe(true);
    });
    for (const kind of ['rented', 'gone', 'changed'] as const) {
      expect(days.filter((day) => day[kind].length > 0).length).toBeGreaterThan(10);
    }
  });

  test('a number keeps its place, its SID and its digits', () => {
    for (const [before, after] of days.flatMap(({ changed }) => changed)) {
      const { number_sid, number, created, country_code, type, token } = before;
      expect(after).toMatchObject({ number_sid, number, created, country_code, type, token });
    }
  });

  test('what happens bears the date of the day before', () => {
    days.forEach(({ rented, changed }, at) => {
      const end = firstDay + (at + 1) * DAY;
      const moments = [
        ...rented.flatMap(({ created, updated }) => [created, updated]),
        ...changed.map(([, { updated }]) => updated),
      ].map((date) => Date.parse(date));
      expect(moments.every((moment) => moment >= end - DAY && moment < end)).toBe(true);
    });
  });

  test.each<[string, (before: InventoryRow, after: InventoryRow) => boolean]>([
    ['a name', (before, after) => before.name !== after.name && after.name !== null],
    ['a name that goes', (before, after) => Boolean(before.name) && after.name === null],
    ['a destination', (before, after) => before.call_controller !== after.call_controller],
    ['messaging that comes', (before, after) => !before.messaging && after.messaging],
    ['messaging that goes', (before, after) => before.messaging && !after.messaging],
    ['an application', (before, after) => before.call_app_sid !== after.call_app_sid],
  ])('%s changes', (_name, isSo) => {
    const changed = days.flatMap((day) => day.changed);
    expect(changed.some(([before, after]) => isSo(before, after))).toBe(true);
  });
});

describe('every four weeks', () => {
  const nth = (index: number) => days[index - 1]!;

  test('a campaign rents forty numbers of one country and type under one name', () => {
    const campaign = nth(5).rented.filter(({ name }) => name?.startsWith('Campaign '));
    const kinds = campaign.map(({ name, country_code, type }) => [name, country_code, type].join());
    expect(campaign).toHaveLength(40);
    expect(new Set(kinds).size).toBe(1);
  });

  test('sixty numbers vanish', () => {
    expect(nth(12).gone.length).toBeGreaterThanOrEqual(60);
    expect(nth(12).gone.length).toBeLessThan(70);
  });

  test('all numbers of one purpose are renamed, and get their name back some months later', () => {
    const renamed = nth(19).changed.filter(([, { name }]) => name?.startsWith('Helpdesk '));
    expect(renamed.length).toBeGreaterThan(100);
    const list = listsOf(19 + 7 * 28 + 1, { list: generateNumbers(300, 1, 'acc1') });
    const helpdesks = (day: number) =>
      list[day]!.filter((row) => row?.name?.startsWith('Helpdesk ')).length;
    expect([18, 19, 19 + 7 * 28].map((day) => helpdesks(day) > 0)).toEqual([false, true, false]);
  });
});

test.each([0, 1, 7])('an account of %i numbers never ends, nor begins by itself', (count) => {
  const list = listsOf(30, { list: generateNumbers(count, 1, 'acc1') }).at(-1)!;
  const left = list.filter((row) => row !== null).length;
  expect(left > 0).toBe(count > 0);
  expect(left).toBeLessThan(50);
});

test('numbers of a type without a numbering plan are kept, and no further ones are rented', () => {
  const odd = generateNumbers(3, 1, 'acc1').map((row) => ({ ...row, type: 'shared_cost' }));
  const list = listsOf(30, { list: odd }).at(-1)!;
  expect(list).toHaveLength(3);
});
