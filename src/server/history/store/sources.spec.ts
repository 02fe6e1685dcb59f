import { expect, test } from 'vitest';
import { accountFolder } from '../files/account-folder.ts';
import type { Entry } from '../files/commit.ts';
import { otherLists, sourcesOf, wholeLists } from './sources.ts';

const file = (name: string) => ({ name: `${name}.parquet`, sha256: '', bytes: 1 });

/** The kept lists of so many days, newest first. */
const kept = (newest: number, oldest = 1): Entry[] =>
  Array.from({ length: newest - oldest + 1 }, (_, at) => {
    const seq = newest - at;
    const counts = { total: 1, skipped: 0, added: 0, gone: 0, changed: 1 };
    return {
      seq,
      asOf: `day ${seq}`,
      ...counts,
      head: file(`head-${seq}`),
      changes: file(`${seq}`),
    };
  });

const folder = accountFolder('/history', 'acc-1');

/** The nearest list, how many changes are made to it, and whether they are undone. */
function shortest(seq: number, newest: number) {
  const [source] = sourcesOf(folder, kept(newest), seq);
  const words = source?.steps.map(({ words }) => words.asOf) ?? [];
  return [source?.list.words.file, source?.isBack, words[0], words.at(-1), words.length];
}

test('the newest two whole lists stay, and every hundredth', () => {
  const seqs = (entries: readonly Entry[]) => entries.map(({ seq }) => seq);
  expect(seqs(wholeLists(kept(405, 6)))).toEqual([405, 404, 400, 300, 200, 100]);
  expect(seqs(wholeLists(kept(1)))).toEqual([1]);
  expect(seqs(otherLists(kept(103, 99)))).toEqual([101, 99]);
});

test('a day is rebuilt from the nearest whole list, forwards or back', () => {
  expect(shortest(401, 405)).toEqual(['acc-1/head-400.parquet', false, 'day 401', 'day 401', 1]);
  expect(shortest(403, 405)).toEqual(['acc-1/head-404.parquet', true, 'day 404', 'day 404', 1]);
  expect(shortest(90, 405)).toEqual(['acc-1/head-100.parquet', true, 'day 91', 'day 100', 10]);
  expect(shortest(100, 405).slice(0, 1)).toEqual(['acc-1/head-100.parquet']);
});
