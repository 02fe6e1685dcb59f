import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberPage, rentedNumber } from '../fields/test-rows.ts';
import { catchUp } from './catch-up.ts';

const row = (number_sid: string) => rentedNumber({ number_sid });

/** A list of pages of SIDs whose cursors are page numbers, and what was asked of it. */
function listOf(pages: string[][], skipped: number[] = []) {
  const asked: (string | null)[] = [];
  const answers = pages.map((sids, at) =>
    numberPage(sids.map(row), {
      next: at + 1 < pages.length ? String(at + 1) : null,
      skipped: skipped[at] ?? 0,
    }),
  );
  const getPage = async (cursor: string | null) => {
    asked.push(cursor);
    // Cursors come from the answers themselves, so each names a page.
    return answers[Number(cursor)]!;
  };
  return { answers, asked, getPage };
}

const sids = (page: { numbers: { number_sid: string }[] }) =>
  page.numbers.map((one) => one.number_sid);

test('reads from the first page to the first one with something new', async () => {
  const { answers, asked, getPage } = listOf([['a', 'b'], ['c', 'd'], ['e', 'f'], ['g']]);
  const page = await catchUp(answers.slice(0, 2), 0, getPage);
  expect(asked).toEqual([null, '1', '2']);
  expect(sids(page)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  expect(page).toMatchObject({ next: '3', restarted: true });
});

test('something new on the first page is enough', async () => {
  const { asked, getPage } = listOf([['new', 'a'], ['b']]);
  const page = await catchUp([numberPage([row('a'), row('b')])], 0, getPage);
  expect(asked).toEqual([null]);
  expect(page.next).toBe('1');
});

test('a list that ends without anything new ends', async () => {
  const { answers, asked, getPage } = listOf([['a'], ['b'], ['c']]);
  const page = await catchUp(answers, 0, getPage);
  expect(asked).toEqual([null, '1', '2']);
  expect(page).toMatchObject({ next: null, restarted: true });
});

test('going on from it loses no number, whatever was loaded before', async () => {
  const anyList = fc.uniqueArray(fc.array(fc.nat(30), { maxLength: 4 }), { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(anyList, fc.nat(8), async (list, loaded) => {
      const { answers, getPage } = listOf(list.map((page) => page.map(String)));
      let page = await catchUp(answers.slice(0, loaded), 0, getPage);
      const seen = new Set(sids(page));
      while (page.next !== null) {
        page = await getPage(page.next);
        for (const sid of sids(page)) seen.add(sid);
      }
      expect(seen).toEqual(new Set(list.flat().map(String)));
    }),
  );
});

test('brings a changed row along as it is now', async () => {
  const { getPage } = listOf([['a'], ['b']]);
  const old = rentedNumber({ number_sid: 'a', updated: '2010-01-01T00:00:00+00:00' });
  const page = await catchUp([numberPage([old])], 0, getPage);
  expect(page.numbers[0]?.updated).toBe(row('a').updated);
});

test('counts the rows left out on the way, and none of them twice', async () => {
  const { answers, getPage } = listOf([['a'], [], ['b']], [1, 20, 2]);
  const page = await catchUp(answers.slice(0, 1), 0, getPage);
  expect(sids(page)).toEqual(['a', 'b']);
  expect(page.skipped).toBe(22);
});

test('a page that cannot be had is the failure of the whole', async () => {
  const getPage = () => Promise.reject(new Error('gone'));
  await expect(catchUp([], 0, getPage)).rejects.toThrow('gone');
});

test('O7 a list that leads back to where it was, or on for ever without a new number, is not walked for ever', async () => {
  const asked: (string | null)[] = [];
  const circle = async (cursor: string | null) => {
    asked.push(cursor);
    return numberPage([row('a')], { next: cursor === 'x' ? 'y' : 'x' });
  };
  const loaded = [numberPage([row('a')])];
  await expect(catchUp(loaded, 0, circle)).rejects.toMatchObject({ code: 'pages_loop' });
  expect(asked).toEqual([null, 'x', 'y']);
  const empty = async (cursor: string | null) =>
    numberPage(cursor === null ? [row('a')] : [], { next: `${cursor}+` });
  await expect(catchUp(loaded, 0, empty)).rejects.toMatchObject({ code: 'pages_loop' });
  const same = async (cursor: string | null) => numberPage([row('a')], { next: `${cursor}+` });
  await expect(catchUp(loaded, 0, same)).rejects.toMatchObject({ code: 'pages_loop' });
});
