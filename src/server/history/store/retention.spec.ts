import { readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  changesOf,
  dayOf,
  listOf,
  manyRented,
  offer,
  openTestHistory,
  temporaryFolder,
} from './test-history.ts';

const listAt = (day: number) => manyRented(40 + day);
const seqs = (snapshots: readonly { seq: number }[]) => snapshots.map(({ seq }) => seq);

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

test('days older than HISTORY_KEEP_DAYS go with their files, and the others stay whole', async () => {
  const path = await temporaryFolder();
  const history = (await openTestHistory(path, { keepDays: 5, maxBytes: null })).account('acc-1');
  for (let day = 1; day <= 10; day += 1) await offer(history, listAt(day), dayOf(day));
  expect(seqs(await history.snapshots())).toEqual([10, 9, 8, 7, 6, 5, 4]);
  for (let day = 4; day <= 10; day += 1) expect(await listOf(history, day)).toEqual(listAt(day));
  await expect(listOf(history, 3)).rejects.toMatchObject({ code: 'snapshot_gone' });
  await expect(changesOf(history, 3, 5)).rejects.toMatchObject({ code: 'snapshot_gone' });
  expect(await history.number('num-000000', new AbortController().signal)).toMatchObject({
    since: { seq: 4 },
    first: { seq: 4 },
  });
  expect(await readdir(join(path, 'acc-1', 'changes'))).toHaveLength(7);
});

test('the oldest days go where the files have more than HISTORY_MAX_BYTES', async () => {
  const path = await temporaryFolder();
  const maxBytes = 40_000;
  const history = (await openTestHistory(path, { keepDays: null, maxBytes })).account('acc-1');
  for (let day = 1; day <= 12; day += 1) {
    await offer(history, listAt(day), dayOf(day));
    expect(await sizeOf(join(path, 'acc-1'))).toBeLessThan(maxBytes);
  }
  const kept = seqs(await history.snapshots());
  expect(kept.length).toBeGreaterThan(2);
  expect(kept.length).toBeLessThan(12);
  for (const day of kept) expect(await listOf(history, day)).toEqual(listAt(day));
});

test('the newest list stays, however large', async () => {
  const path = await temporaryFolder();
  const history = (await openTestHistory(path, { keepDays: 1, maxBytes: 1 })).account('acc-1');
  for (const day of [1, 20, 40]) await offer(history, listAt(day), dayOf(day));
  expect(seqs(await history.snapshots())).toEqual([3]);
  expect(await listOf(history, 3)).toEqual(listAt(40));
});

test('a clock that was wrong once removes nothing', async () => {
  const retention = { keepDays: 5, maxBytes: null };
  const history = (await openTestHistory(await temporaryFolder(), retention)).account('acc-1');
  await offer(history, listAt(1), dayOf(1));
  await offer(history, listAt(2), dayOf(2));
  await offer(history, listAt(3), '2099-01-01T00:00:00.000Z');
  await offer(history, listAt(4), dayOf(4));
  expect(seqs(await history.snapshots())).toEqual([4, 3, 2, 1]);
});

test('a clock that was set back leaves the order as it was', async () => {
  const history = (await openTestHistory(await temporaryFolder())).account('acc-1');
  await offer(history, listAt(1), dayOf(9));
  await offer(history, listAt(2), dayOf(3));
  expect(await history.snapshots()).toMatchObject([
    { seq: 2, asOf: dayOf(3), added: 1 },
    { seq: 1, asOf: dayOf(9) },
  ]);
  expect(await listOf(history, 1)).toEqual(listAt(1));
});

test('a file that no commit names goes after an hour, and not before', async () => {
  const path = await temporaryFolder();
  const history = (await openTestHistory(path)).account('acc-1');
  await offer(history, listAt(1), dayOf(1));
  const files = [
    'head-00000002-0123456789ab.parquet',
    'changes/00000002-0123456789ab.parquet',
    'log/new-0123456789abcdef',
  ].map((name) => join(path, 'acc-1', name));
  for (const file of files) await writeFile(file, 'x');
  await (await history.begin()).drop();
  for (const file of files) expect((await stat(file)).size).toBe(1);

  const past = new Date(Date.now() - 61 * 60 * 1000);
  for (const file of files) await utimes(file, past, past);
  await (await history.begin()).drop();
  for (const file of files) await expect(stat(file)).rejects.toThrow('ENOENT');
  expect(await listOf(history, 1)).toEqual(listAt(1));
});

test('a purge removes one account, and says whether there was one', async () => {
  const path = await temporaryFolder();
  const folder = await openTestHistory(path);
  await offer(folder.account('acc-1'), listAt(1), dayOf(1));
  await offer(folder.account('acc-2'), listAt(2), dayOf(1));
  expect(await folder.purge('acc-1')).toBe(true);
  expect(await folder.purge('acc-1')).toBe(false);
  expect(await readdir(path)).toEqual(['acc-2']);
  expect(await folder.account('acc-1').snapshots()).toEqual([]);
  expect(await listOf(folder.account('acc-2'), 1)).toEqual(listAt(2));
});

test('a purge that was cut short is brought to its end by the next one', async () => {
  const path = await temporaryFolder();
  const folder = await openTestHistory(path);
  await offer(folder.account('acc-1'), listAt(1), dayOf(1));
  await rm(join(path, 'acc-1', 'log'), { recursive: true });
  expect(await folder.purge('acc-1')).toBe(true);
  expect(await readdir(path)).toEqual([]);
});

test('commits are read once, whoever asks for the account', async () => {
  const path = await temporaryFolder();
  const folder = await openTestHistory(path);
  await offer(folder.account('acc-1'), listAt(1), dayOf(1));
  const log = join(path, 'acc-1', 'log');
  const past = new Date(Date.now() - 60_000);
  await utimes(log, past, past);
  const before = await folder.account('acc-1').snapshots();
  // The folder's list of names stays as it was.
  await writeFile(join(log, '00000001.json'), 'no commit any more');
  expect(await folder.account('acc-1').snapshots()).toEqual(before);
});

test('what another process has kept or removed is seen at once', async () => {
  const path = await temporaryFolder();
  const [mine, other] = [await openTestHistory(path), await openTestHistory(path)];
  const history = mine.account('acc-1');
  await offer(history, listAt(1), dayOf(1));
  const log = join(path, 'acc-1', 'log');
  const past = new Date(Date.now() - 60_000);
  await utimes(log, past, past);
  expect(seqs(await history.snapshots())).toEqual([1]);
  expect(seqs(await history.snapshots())).toEqual([1]);
  await offer(other.account('acc-1'), listAt(2), dayOf(2));
  expect(seqs(await history.snapshots())).toEqual([2, 1]);
  await other.purge('acc-1');
  expect(await history.snapshots()).toEqual([]);
});
