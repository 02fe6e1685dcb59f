import { expect, test } from 'vitest';
import { formatClock, formatCount } from '../lib/format.ts';
import type { Changes } from '../list/collectors.ts';
import { rowsOf } from '../list/test-stream.ts';
import { changesDetail, changesTitle } from './ListChanges.tsx';

const since = Date.UTC(2026, 10, 23, 12, 4);
const time = formatClock(since);

const sids = (count: number) => Array.from({ length: count }, (_, at) => `num${at}`);
const changesOf = (added: number, gone: number, changed: number): Changes => ({
  since,
  added: new Set(sids(added)),
  changed: new Set(sids(changed)),
  gone: rowsOf(...sids(gone)),
});

const marked = 'New and changed rows are marked until you dismiss this notice.';
const unmarked = 'They are no longer in the list.';

test.each([
  [changesOf(3, 1, 2), '3 new, 1 gone, 2 changed', marked],
  [changesOf(1, 0, 0), '1 new', marked],
  [changesOf(0, 0, 2), '2 changed', marked],
  [changesOf(1, 1, 0), '1 new, 1 gone', marked],
  [changesOf(0, 1, 1), '1 gone, 1 changed', marked],
  [changesOf(0, 1500, 0), `${formatCount(1500)} gone`, unmarked],
  [changesOf(0, 0, 0), 'Nothing has changed', 'No number was added, changed or removed.'],
])('counts what there is of each kind: case %#', (changes, what, detail) => {
  expect(changesTitle(changes)).toBe(`${what} since ${time}.`);
  expect(changesDetail(changes, 0)).toBe(detail);
});

test('a number may only seem gone where rows came broken', () => {
  const broken = '2 rows had invalid data. Numbers that seem gone may be among them.';
  expect(changesDetail(changesOf(0, 1, 0), 2)).toBe(broken);
  expect(changesDetail(changesOf(1, 0, 0), 2)).toBe(marked);
});
