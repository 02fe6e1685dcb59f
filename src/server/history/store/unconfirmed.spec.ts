import { expect, test } from 'vitest';
import {
  dayOf,
  listOf,
  manyRented,
  offer,
  openTestHistory,
  temporaryFolder,
} from './test-history.ts';

async function openAccount() {
  return (await openTestHistory(await temporaryFolder())).account('acc-1');
}

const hundred = manyRented(100);

/** Numbers that are not among the hundred. */
const others = (count: number) =>
  manyRented(count).map((row) => ({ ...row, number_sid: `other-${row.number_sid}` }));

test.each([
  ['empty', 'unconfirmed', []],
  ['a fifth shorter', 'unconfirmed', hundred.slice(20)],
  ['nearly a fifth shorter', 'kept', hundred.slice(19)],
  ['as long, with a fifth of other numbers', 'unconfirmed', [...hundred.slice(20), ...others(20)]],
])('a list that is %s is %s', async (_, status, list) => {
  const history = await openAccount();
  await offer(history, hundred, dayOf(1));
  expect(await offer(history, list, dayOf(2))).toMatchObject({ seq: 2, status });
});

test('few numbers may go, and all but one of them', async () => {
  const history = await openAccount();
  await offer(history, manyRented(19), dayOf(1));
  expect(await offer(history, manyRented(1), dayOf(2))).toMatchObject({ status: 'kept', gone: 18 });
});

test('an unconfirmed list comes first, cannot be opened, and goes when a whole list comes', async () => {
  const history = await openAccount();
  await offer(history, hundred, dayOf(1));
  const half = await offer(history, hundred.slice(50), dayOf(2));
  expect(half).toEqual({
    seq: 2,
    asOf: dayOf(2),
    total: 50,
    skipped: 0,
    added: 0,
    gone: 50,
    changed: 0,
    status: 'unconfirmed',
  });
  expect(await history.snapshots()).toEqual([half, expect.objectContaining({ seq: 1 })]);
  await expect(listOf(history, 2)).rejects.toMatchObject({ code: 'snapshot_gone' });

  await offer(history, hundred, dayOf(3));
  expect(await history.snapshots()).toMatchObject([
    { seq: 2, asOf: dayOf(3), gone: 0, status: 'kept' },
    { seq: 1 },
  ]);
});

test('two walks that agree make a snapshot', async () => {
  const history = await openAccount();
  await offer(history, hundred, dayOf(1));
  await offer(history, hundred.slice(50), dayOf(2));
  const second = await offer(history, hundred.slice(51), dayOf(3));
  expect(second).toMatchObject({ seq: 2, gone: 51, status: 'kept' });
  expect(await history.snapshots()).toMatchObject([{ seq: 2, asOf: dayOf(3) }, { seq: 1 }]);
  expect(await listOf(history, 2)).toEqual(hundred.slice(51));
});

test('an empty list is confirmed by an empty one, for a new account too', async () => {
  const history = await openAccount();
  expect(await offer(history, [], dayOf(1))).toMatchObject({ seq: 1, status: 'unconfirmed' });
  expect(await offer(history, [], dayOf(2))).toMatchObject({ seq: 1, status: 'kept' });
  expect(await listOf(history, 1)).toEqual([]);
});

test('two suspicious lists that differ confirm nothing, and the later one is the one to confirm', async () => {
  const history = await openAccount();
  await offer(history, hundred, dayOf(1));
  await offer(history, hundred.slice(50), dayOf(2));
  const other = [...hundred.slice(0, 50)];
  expect(await offer(history, other, dayOf(3))).toMatchObject({ status: 'unconfirmed' });
  expect(await history.snapshots()).toMatchObject([{ asOf: dayOf(3) }, { seq: 1 }]);
  expect(await offer(history, other, dayOf(4))).toMatchObject({ status: 'kept', gone: 50 });
});

test('a suspicious list is not confirmed by one that lost its new numbers', async () => {
  const history = await openAccount();
  await offer(history, hundred, dayOf(1));
  await offer(history, [...hundred.slice(50), ...others(40)], dayOf(2));
  expect(await offer(history, hundred.slice(50), dayOf(3))).toMatchObject({
    status: 'unconfirmed',
  });
});

/** Minutes after the second day. */
const later = (minutes: number) => new Date(Date.parse(dayOf(2)) + minutes * 60_000).toISOString();

test.each([
  ['empty', []],
  ['halved', hundred.slice(50)],
])(
  'a walk of the same ten minutes does not confirm an %s list, nor put it off',
  async (_, list) => {
    const history = await openAccount();
    await offer(history, hundred, dayOf(1));
    const first = await offer(history, list, dayOf(2));
    for (const minutes of [0, 5, 9.9])
      expect(await offer(history, list, later(minutes))).toEqual(first);
    expect(await history.snapshots()).toMatchObject([first, { seq: 1 }]);
    expect(await offer(history, list, later(10))).toMatchObject({ seq: 2, status: 'kept' });
  },
);

test('a list of a clock that was ahead is confirmed by one of now', async () => {
  const history = await openAccount();
  await offer(history, hundred, dayOf(1));
  await offer(history, [], dayOf(9));
  expect(await offer(history, [], dayOf(2))).toMatchObject({ seq: 2, status: 'kept' });
});
