import { rowLine } from '#contract/number-line.ts';
import type { RowSet } from './row-set.ts';

interface Known {
  lines: Set<string>;
  count: number;
  edits: number;
}

const remembered = new WeakMap<RowSet, Known>();

/** Every row's number in comparable form; only rows added since the last call are read. */
export function rentedLines(set: RowSet): ReadonlySet<string> {
  const last = remembered.get(set);
  const known =
    last?.edits === set.edits ? last : { lines: new Set<string>(), count: 0, edits: set.edits };
  for (; known.count < set.rows.length; known.count += 1) {
    // The position is that of a row.
    known.lines.add(rowLine(set.rows[known.count]!));
  }
  remembered.set(set, known);
  return known.lines;
}
