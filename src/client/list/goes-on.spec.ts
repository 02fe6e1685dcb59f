import { expect, test } from 'vitest';
import { rentedNumber } from '../fields/test-rows.ts';
import type { ListPage, ListPlace } from './catch-up.ts';
import { goesOn } from './goes-on.ts';

const at = (...cursors: (string | null)[]): ListPlace[] =>
  cursors.map((cursor) => ({ part: 0, cursor }));

const page = (next: string | null, rows = 1, restarted?: true): ListPage => ({
  limit: 20,
  prev: null,
  next,
  skipped: 0,
  numbers: Array.from({ length: rows }, () => rentedNumber()),
  ...(restarted && { restarted }),
});

test('a new cursor goes on, and so does the end', () => {
  const loaded = { pages: [page('a')], pageParams: at(null) };
  expect(goesOn(page('b'), loaded)).toBe(true);
  expect(goesOn(page(null), loaded)).toBe(true);
  expect(goesOn(page('a'), undefined)).toBe(true);
});

test('a cursor that was followed already is a circle', () => {
  const loaded = { pages: [page('a'), page('b')], pageParams: at(null, 'a') };
  expect(goesOn(page('a'), loaded)).toBe(false);
});

test('a list that was started again may pass its earlier cursors once more', () => {
  const pages = [page('a'), page('b'), page('a', 1, true)];
  const pageParams = at(null, 'a', 'b');
  expect(goesOn(page('b'), { pages, pageParams })).toBe(true);
  const further = { pages: [...pages, page('b')], pageParams: [...pageParams, ...at('a')] };
  expect(goesOn(page('a'), further)).toBe(false);
});
