import type { RentedNumber } from '#contract/number.ts';
import type { RowView } from './row-list.ts';
import { createRowSet, type RowSet } from './row-set.ts';

/** The rows that a reader selected, whether or not the table shows them. */
export interface SelectedRows {
  length: number;
  /** How many a search or a filter hides. */
  hidden: number;
  /** How many of the hidden ones the loaded list has not: another filter had brought them. */
  elsewhere: number;
  /** How many are nowhere any more. */
  missing: number;
  /** A set with all of these rows. */
  set: RowSet;
  /** The places in this set: those shown in the order shown, then the hidden ones. */
  positions(): Uint32Array;
}

/**
 * Finds the rows of selected numbers.
 *
 * @param kept rows of earlier lists, by SID: a filter that Apifonica answers brings another list.
 */
export function selectedRows(
  set: RowSet,
  shown: RowView,
  selected: ReadonlySet<string>,
  kept: ReadonlyMap<string, RentedNumber> = new Map(),
): SelectedRows {
  const found = new Uint32Array(Math.min(selected.size, set.rows.length));
  const isFound = new Uint8Array(selected.size === 0 ? 0 : set.rows.length);
  let length = 0;
  const add = (position: number) => {
    if (isFound[position] === 1) return;
    isFound[position] = 1;
    found[length] = position;
    length += 1;
  };
  if (selected.size > 0) {
    for (const position of shown.positions()) {
      const row = set.rows[position];
      if (row && selected.has(row.number_sid)) add(position);
    }
  }
  const inView = length;
  const others: RentedNumber[] = [];
  if (inView < selected.size) {
    for (const number_sid of selected) {
      const position = set.positionOf(number_sid);
      const row = kept.get(number_sid);
      if (position !== undefined) add(position);
      else if (row) others.push(row);
    }
  }
  // A copy: an export gives its own away.
  const positionsInList = () => found.slice(0, length);
  const inList = () => Array.from(positionsInList(), (position) => set.rows[position]!);
  const own = others.length === 0 ? set : createRowSet([...inList(), ...others]);
  const count = length + others.length;
  return {
    length: count,
    hidden: count - inView,
    elsewhere: others.length,
    missing: selected.size - count,
    set: own,
    positions:
      own === set ? positionsInList : () => Uint32Array.from({ length: count }, (_, at) => at),
  };
}
