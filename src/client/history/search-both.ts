import type { RowTest } from '../list/join-tests.ts';
import { createRowSet, type RowSet } from '../list/row-set.ts';
import { type Search, searchTest } from '../list/search-rows.ts';
import type { Differences } from './differences.ts';

/** Searches differences: a changed number is found by its old values, too, which are on screen. */
export function createSearchTest({ set, before }: Pick<Differences, 'set' | 'before'>) {
  let old: RowSet | null = null;
  return (search: Search): RowTest => {
    old ??= createRowSet(set.rows.map((row) => before.get(row.number_sid) ?? row));
    const tests = [set, old].map((rows) => searchTest(rows, search, 0));
    return {
      key: `found ${JSON.stringify(search)}`,
      passes: (position) => tests.some((test) => test(position)),
    };
  };
}
