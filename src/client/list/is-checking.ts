import type { NumberList } from './useNumberList.ts';

/** Whether rows are missing from a filter by checks only because they are not checked yet. */
export const isChecking = ({ check, marks, set }: NumberList): boolean =>
  check !== null && (marks?.count ?? 0) < set.rows.length;
