import { useSyncExternalStore } from 'react';
import type { Elements } from '#jsx/jsx-runtime';
import type { RowSet } from './row-set.ts';
import type { RowTest } from './row-view.ts';

/** Findings as the table needs them; the code of the checks loads after the first rows. */
export interface CheckMarks {
  set: RowSet;
  /** Rows from the start of the set that are checked. */
  count: number;
  /** A test for the check filter of the address: a level, a rule, or accepted findings. */
  test(check: string): RowTest;
  /** The sign for the worst finding that nobody accepted; one and the same for each level. */
  markOf(number_sid: string): Elements;
}

let current: CheckMarks | null = null;
const listeners = new Set<() => void>();

export function publishMarks(marks: CheckMarks) {
  current = marks;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The marks of a set, or null until it has some. */
export function useCheckMarks(set: RowSet): CheckMarks | null {
  const marks = useSyncExternalStore(subscribe, () => current);
  return marks?.set === set ? marks : null;
}

/** Rows that are still unchecked match no check filter. */
export const notChecked: RowTest = { key: '', passes: () => false };
