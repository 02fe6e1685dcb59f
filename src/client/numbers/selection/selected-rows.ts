import type { RowSet } from '../rows/row-set.ts';
import type { RowView } from '../rows/row-view.ts';

export interface SelectedRows {
  length: number;
  /** How many of them a search or a filter hides. */
  hidden: number;
  positions(): Uint32Array;
}

/** Where the selected numbers stand in a set: those shown in the order shown, then the hidden ones. */
export function selectedRows(
  set: RowSet,
  shown: RowView,
  selected: ReadonlySet<string>,
): SelectedRows {
  const found = new Set<number>();
  const isSelected = (position: number) => {
    const row = set.rows[position];
    return row !== undefined && selected.has(row.number_sid);
  };
  if (selected.size > 0) {
    for (const position of shown.positions()) if (isSelected(position)) found.add(position);
  }
  const inView = found.size;
  if (inView < selected.size) {
    for (const number_sid of selected) {
      const position = set.positionOf(number_sid);
      if (position !== undefined) found.add(position);
    }
  }
  return {
    length: found.size,
    hidden: found.size - inView,
    // A copy: an export gives its own away.
    positions: () => Uint32Array.from(found),
  };
}
