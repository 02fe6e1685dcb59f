import type { RowSet } from '../list/row-set.ts';
import type { RowView } from '../list/row-view.ts';

export interface SelectedRows {
  length: number;
  /** How many selected numbers a search or a filter hides. */
  hidden: number;
  /** How many are missing from the loaded list. */
  missing: number;
  positions(): Uint32Array;
}

/** Where the selected numbers stand in a set: those shown in the order shown, then the hidden ones. */
export function selectedRows(
  set: RowSet,
  shown: RowView,
  selected: ReadonlySet<string>,
): SelectedRows {
  const found = new Uint32Array(Math.min(selected.size, set.rows.length));
  const isFound = new Uint8Array(set.rows.length);
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
  if (inView < selected.size) {
    for (const number_sid of selected) {
      const position = set.positionOf(number_sid);
      if (position !== undefined) add(position);
    }
  }
  return {
    length,
    hidden: length - inView,
    missing: selected.size - length,
    // A copy: an export gives its own away.
    positions: () => found.slice(0, length),
  };
}
