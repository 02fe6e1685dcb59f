import { appendFile, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  changesOf,
  dayOf,
  listOf,
  manyRented,
  offer,
  openTestHistory,
  temporaryFolder,
} from './test-history.ts';

/** Four days: each has one number more, and the first of them has another name each day. */
const listAt = (day: number) =>
  manyRented(30 + day).map((row, at) => (at === 0 ? { ...row, name: `day ${day}` } : row));

async function fourDays() {
  const path = await temporaryFolder();
  const folder = await openTestHistory(path);
  const history = folder.account('acc-1');
  for (const day of [1, 2, 3, 4]) await offer(history, listAt(day), dayOf(day));
  const files = async (...below: string[]) =>
    (await readdir(join(path, 'acc-1', ...below)))
      .sort()
      .map((name) => join(path, 'acc-1', ...below, name));
  const heads = async () => (await files()).filter((name) => name.endsWith('.parquet'));
  return { path, folder, history, files, heads };
}

const problem = (words: string | RegExp) => ({
  code: 'history_broken',
  message: expect.stringMatching(words),
});

async function overwrite(file: string | undefined): Promise<void> {
  const bytes = await readFile(file ?? '');
  bytes.set([1, 2, 3], Math.floor(bytes.length / 2));
  await writeFile(file ?? '', bytes);
}

test('the last two whole lists stay, and every later day has its changes', async () => {
  const { files, heads } = await fourDays();
  expect((await heads()).map((name) => /head-(\d+)/.exec(name)?.[1])).toEqual([
    '00000003',
    '00000004',
  ]);
  expect(await files('changes')).toHaveLength(3);
  expect(await files('log')).toHaveLength(4);
});

describe('a damaged list', () => {
  test('is rebuilt from the one before, and named in the log', async () => {
    const { history, heads, folder } = await fourDays();
    await overwrite((await heads())[1]);
    for (const day of [1, 2, 3, 4]) expect(await listOf(history, day)).toEqual(listAt(day));
    expect(folder.warnings.join()).toMatch(
      /The snapshot of 2026-01-04 cannot be read: acc-1\/head-00000004-\w+\.parquet is damaged/,
    );
    expect(await offer(history, listAt(5), dayOf(5))).toMatchObject({
      seq: 5,
      added: 1,
      changed: 1,
    });
    expect(await listOf(history, 4)).toEqual(listAt(4));
  });

  test.each(['cut', 'gone', 'longer'])('that is %s is rebuilt too', async (damage) => {
    const { history, heads } = await fourDays();
    const head = (await heads())[1] ?? '';
    if (damage === 'cut') await writeFile(head, (await readFile(head)).subarray(0, 100));
    if (damage === 'gone') await rm(head);
    if (damage === 'longer') await appendFile(head, 'x');
    expect(await listOf(history, 4)).toEqual(listAt(4));
  });

  test('without the list before fails with its day, its name and a remedy, and nothing new is kept', async () => {
    const { history, heads, files, folder } = await fourDays();
    for (const head of await heads()) await overwrite(head);
    const words =
      /^The snapshot of 2026-01-04 cannot be read: acc-1\/head-00000004-\w+\.parquet is damaged: .+ Restore the file from a backup\.$/;
    await expect(listOf(history, 4)).rejects.toMatchObject(problem(words));
    await expect(offer(history, listAt(5), dayOf(5))).rejects.toMatchObject(
      problem(
        /^The snapshot of 2026-01-04 .+ Restore the file from a backup\. Without a backup, .+ history purge acc-1 removes this one\.$/,
      ),
    );
    expect(await files('log')).toHaveLength(4);
    await folder.purge('acc-1');
    expect(await offer(history, listAt(5), dayOf(5))).toMatchObject({ seq: 1, status: 'kept' });
  });
});

describe('damaged changes', () => {
  test('fail the days before them, and no other', async () => {
    const { history, files } = await fourDays();
    const [second] = await files('changes');
    await overwrite(second);
    const words =
      /^The snapshot of 2026-01-02 cannot be read: acc-1\/changes\/00000002-\w+\.parquet is damaged/;
    await expect(listOf(history, 1)).rejects.toMatchObject(problem(words));
    await expect(changesOf(history, 1, 4)).rejects.toMatchObject(problem(words));
    for (const day of [2, 3, 4]) expect(await listOf(history, day)).toEqual(listAt(day));
    expect((await changesOf(history, 4, 2)).counts).toEqual({
      ...{ added: 0, gone: 2, changed: 1, passed: 0 },
    });
    expect(await offer(history, listAt(5), dayOf(5))).toMatchObject({ seq: 5 });
  });
});

describe('a damaged commit', () => {
  test('is read from its copy in the next one', async () => {
    const { history, files, folder } = await fourDays();
    await writeFile((await files('log'))[1] ?? '', '{ "version": 1, ');
    expect((await history.snapshots()).map(({ seq }) => seq)).toEqual([4, 3, 2, 1]);
    for (const day of [1, 2, 3, 4]) expect(await listOf(history, day)).toEqual(listAt(day));
    expect(folder.warnings[0]).toMatch(/acc-1\/log\/00000002\.json is damaged or foreign/);
  });

  test('that is the newest stops reading and keeping, and names the file', async () => {
    const { history, files } = await fourDays();
    const newest = (await files('log'))[3] ?? '';
    const content = await readFile(newest);
    await writeFile(newest, content.subarray(0, content.length / 2));
    const words =
      /^The history cannot be read: acc-1\/log\/00000004\.json is damaged or foreign\. Restore the file/;
    await expect(history.snapshots()).rejects.toMatchObject(problem(words));
    await expect(history.begin()).rejects.toMatchObject(problem(words));
    await writeFile(newest, content);
    expect(await listOf(history, 4)).toEqual(listAt(4));
  });

  test('that is missing ends the history there, and the days behind it come back with it', async () => {
    const { history, files, folder } = await fourDays();
    const [, second = ''] = await files('log');
    await rename(second, `${second}.away`);
    const past = new Date(Date.now() - 2 * 60 * 60 * 1000);
    for (const file of await files('changes')) await utimes(file, past, past);
    expect((await history.snapshots()).map(({ seq }) => seq)).toEqual([4, 3]);
    await expect(listOf(history, 1)).rejects.toMatchObject({ code: 'snapshot_gone' });
    expect(folder.warnings[0]).toMatch(
      /^acc-1\/log\/00000002\.json is missing, so older snapshots/,
    );
    await offer(history, listAt(5), dayOf(5));
    await rename(`${second}.away`, second);
    expect(await listOf(history, 1)).toEqual(listAt(1));
  });

  test.each([
    [{ version: 2 }, /has the format 2, not 1\. Start the version of this program that wrote/],
    [{ accountSid: 'acc-2' }, /belongs to the account acc-2\. Move the files back/],
    [{ seq: 7 }, /says that it is snapshot 7/],
    [{ head: { name: '../../etc/passwd', sha256: 'ab', bytes: 1 } }, /is damaged or foreign/],
  ])('with %j is refused', async (parts, words) => {
    const { history, files } = await fourDays();
    const newest = (await files('log'))[3] ?? '';
    const commit: object = JSON.parse(await readFile(newest, 'utf8'));
    await writeFile(newest, JSON.stringify({ ...commit, ...parts }));
    await expect(history.snapshots()).rejects.toMatchObject(problem(words));
  });
});

test('foreign files are left alone and disturb nothing', async () => {
  const { path, history, files } = await fourDays();
  const foreign = ['notes.txt', 'log/notes.json', 'changes/a.parquet', 'head.parquet'];
  for (const name of foreign) await writeFile(join(path, 'acc-1', name), 'mine');
  await offer(history, listAt(5), dayOf(5));
  expect(await listOf(history, 1)).toEqual(listAt(1));
  for (const name of foreign) {
    expect(await readFile(join(path, 'acc-1', name), 'utf8')).toBe('mine');
  }
  expect(await files('log')).toHaveLength(6);
});
