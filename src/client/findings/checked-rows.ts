import { checkInventory } from '#checks/check-inventory.ts';
import { checkNumber } from '#checks/check-number.ts';
import type { Finding } from '#checks/finding.ts';
import { isPause } from '#checks/is-pause.ts';
import type { CheckContext } from '#checks/rule.ts';
import { findingBits } from '../fields/rule-bits.ts';
import type { RowSet } from '../list/row-set.ts';

/** What the rules found in the first rows of a set. */
export interface CheckedRows {
  readonly set: RowSet;
  readonly edits: number;
  readonly count: number;
  /** The rules that found something in each row by itself, by position. */
  readonly own: Uint32Array;
  /** The same, with the rules that compare rows. */
  readonly found: Uint32Array;
  /** The findings of rules that compare rows, by SID; null before the comparison. */
  readonly compared: ReadonlyMap<string, Finding[]> | null;
}

export const isUpToDate = (checked: CheckedRows | null, set: RowSet) =>
  checked?.set === set &&
  checked.compared !== null &&
  checked.edits === set.edits &&
  checked.count === set.rows.length;

/** Messages are made again for the few rows whose details are read: here they would be megabytes. */
function* checkOwn(set: RowSet, count: number, before: CheckedRows | null, context: CheckContext) {
  const own = new Uint32Array(count);
  const known = before?.set === set && before.edits === set.edits ? before : null;
  if (known) own.set(known.own);
  for (let position = known?.count ?? 0; position < count; position += 1) {
    if (isPause(position)) yield;
    own[position] = findingBits(checkNumber(set.rows[position]!, context));
  }
  return own;
}

/**
 * Checks a set as it is now, going on from what was checked before. Numbers are compared with each
 * other only when asked to: while rows stream in, all of that would be done again and again.
 */
export function* checkSet(
  set: RowSet,
  before: CheckedRows | null,
  context: CheckContext,
  isCompared: boolean,
): Generator<void, CheckedRows, void> {
  const { edits } = set;
  const rows = set.rows.slice();
  const own = yield* checkOwn(set, rows.length, before, context);
  const compared = isCompared ? yield* checkInventory(rows, context) : null;
  const found = own.slice();
  for (const [sid, findings] of compared ?? []) {
    const position = set.positionOf(sid);
    if (position !== undefined) found[position]! |= findingBits(findings);
  }
  return { set, edits, count: rows.length, own, found, compared };
}
