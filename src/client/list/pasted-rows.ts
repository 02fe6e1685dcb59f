import { rowLine } from '#contract/number-line.ts';
import type { RowTest } from './join-tests.ts';
import type { RowSet } from './row-set.ts';

/** The numbers of a pasted list, as numbers are compared: see `numberLine`. */
export type Lines = Pick<ReadonlyMap<string, unknown>, 'size' | 'has' | 'keys'>;

/** The pasted list as a filter over the loaded rows. */
export interface PastedFilter {
  lines: Lines;
  /** Another text for every reading of the list. */
  key: string;
}

/** Whether rows of a set are in the pasted list. */
export const pastedTest = ({ rows }: RowSet, { lines, key }: PastedFilter): RowTest => ({
  key,
  passes: (position) => lines.has(rowLine(rows[position]!)),
});
