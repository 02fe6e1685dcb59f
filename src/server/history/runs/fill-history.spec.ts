import { expect, test } from 'vitest';
import type { AccountHistory } from '../store/history.ts';
import {
  changesOf,
  dayOf,
  listOf,
  openTestHistory,
  temporaryFolder,
} from '../store/test-history.ts';
import { fillHistory, type PastDay } from './fill-history.ts';

const wireRow = (at: number, parts: object = {}) => ({
  number_sid: `num-${String(at).padStart(4, '0')}`,
  account_sid: 'acc-1',
  number: `44207946${String(at).padStart(4, '0')}`,
  token: 'a SIP secret',
  country_code: 'GB',
  country_name: 'United Kingdom',
  type: 'sip',
  created: 'Thu, 31 Mar 2016 11:16:59 +0300',
  updated: 'Thu, 31 Mar 2016 11:16:59 +0300',
  voice: true,
  messaging: false,
  ...parts,
});

const rows = Array.from({ length: 600 }, (_, at) => wireRow(at));
const broken = { number_sid: 'num-without-number' };
const days: PastDay[] = [
  { asOf: dayOf(1), rows: [...rows, broken] },
  { asOf: dayOf(2), rows: [wireRow(0, { name: 'Renamed' }), ...rows.slice(2), broken] },
  { asOf: dayOf(3), rows: [...rows, wireRow(600), broken] },
];

const never = new AbortController().signal;

async function openHistory(): Promise<AccountHistory> {
  return (await openTestHistory(await temporaryFolder())).account('acc-1');
}

test('each day becomes a snapshot of its rows, read as those of the API', async () => {
  const history = await openHistory();
  expect(await fillHistory(history, days, never)).toBe(3);
  const counts = { status: 'kept', skipped: 1, added: 0, gone: 0, changed: 0 };
  expect((await history.snapshots()).toReversed()).toEqual([
    { ...counts, seq: 1, asOf: dayOf(1), total: 600 },
    { ...counts, seq: 2, asOf: dayOf(2), total: 599, gone: 1, changed: 1 },
    { ...counts, seq: 3, asOf: dayOf(3), total: 601, added: 2, changed: 1 },
  ]);
  const { changed, gone } = await changesOf(history, 1, 2);
  expect(changed.map(({ before, after }) => [before.name, after.name])).toEqual([
    [null, 'Renamed'],
  ]);
  expect(gone.map(({ number_sid }) => number_sid)).toEqual(['num-0001']);
  const list = await listOf(history, 3);
  expect(list).toHaveLength(601);
  expect(list[600]).toMatchObject({
    number_sid: 'num-0600',
    number_display: '+44 20 7946 0600',
    created: '2016-03-31T11:16:59+03:00',
    has_token: true,
  });
});

test('a history with snapshots stays as it is', async () => {
  const history = await openHistory();
  await fillHistory(history, days.slice(0, 1), never);
  expect(await fillHistory(history, days, never)).toBe(0);
  expect(await history.snapshots()).toHaveLength(1);
});

test('whoever stops it keeps whole days only', async () => {
  const history = await openHistory();
  const stopping = new AbortController();
  function* stoppedInTheSecond() {
    const [first, second, third] = days;
    yield first!;
    setImmediate(() => stopping.abort());
    yield second!;
    yield third!;
  }
  expect(await fillHistory(history, stoppedInTheSecond(), stopping.signal)).toBe(1);
  expect((await history.snapshots()).map(({ total }) => total)).toEqual([600]);
});
