import type { Elements } from '#jsx/jsx-runtime';
import type { FoundInRows } from '../fields/found-in-rows.ts';
import { createStore, useStore } from '../lib/store.ts';
import type { RowTest } from './join-tests.ts';
import type { RowSet } from './row-set.ts';
import type { Ranks } from './sort-rows.ts';
import type { NumberList } from './useNumberList.ts';

/** Whether some rows are not checked yet. */
export const areUnchecked = ({ marks, set }: Pick<NumberList, 'marks' | 'set'>): boolean =>
  (marks?.count ?? 0) < set.rows.length;

/** Whether rows are missing from a filter by checks only because they are not checked yet. */
export const isChecking = (list: NumberList): boolean => list.check !== null && areUnchecked(list);

/** Findings as the table needs them; the code of the checks loads after the first rows. */
export interface CheckMarks extends FoundInRows {
  set: RowSet;
  /** Rows from the start of the set that are checked. */
  count: number;
  /** A test for the check filter of the address: a level, a rule, or accepted findings. */
  test(check: string): RowTest;
  /** The sign for the worst finding that nobody accepted; one and the same for each level. */
  markOf(number_sid: string): Elements;
  /** The ids of the rules with an open finding, the worst first. */
  rulesOf(number_sid: string): readonly string[];
  /** The order of the checked rows: the worst rule first, then the most findings. */
  severity(): Ranks;
  /** Whether any row has an open finding. */
  isAnyFound: boolean;
}

const store = createStore<CheckMarks | null>(() => null);

export const publishMarks = (marks: CheckMarks) => store.set(marks);

/** The marks of a set, or null until it has some. */
export function useCheckMarks(set: RowSet): CheckMarks | null {
  const marks = useStore(store);
  return marks?.set === set ? marks : null;
}

/** Rows that are still unchecked match no check filter. */
export const notChecked: RowTest = { key: '', passes: () => false };
