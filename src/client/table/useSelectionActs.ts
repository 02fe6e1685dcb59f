import { useEffect } from 'react';
import type { Address } from '../address/address.ts';
import type { FileFormat } from '../export/export-job.ts';
import { useExport } from '../export/useExport.ts';
import type { ColumnId } from '../fields/columns.tsx';
import { createStore, useStore } from '../lib/store.ts';
import type { SelectedRows } from '../list/selected-rows.ts';
import type { NumberList } from '../list/useNumberList.ts';

/** Whether the reader has marked no text, which the browser would copy. */
export const isNothingMarked = () => getSelection()?.isCollapsed !== false;

/** How many numbers fit side by side. */
const mostCompared = 4;

export const canCompare = (count: number) => count >= 2 && count <= mostCompared;

/** Whether the selected rows are to be compared. */
const comparison = createStore(() => false);
export const openComparison = () => comparison.set(true);
const closeComparison = () => comparison.set(false);

/** What can be done with the selected rows, for the bar, the cell menu and the keys. */
export function useSelectionActs(
  list: NumberList,
  columns: readonly ColumnId[],
  address: Address,
  rows: SelectedRows,
) {
  const exporting = useExport(list, columns, address);
  const isWanted = useStore(comparison);
  const isPossible = canCompare(rows.length);
  useEffect(() => closeComparison, []);
  return {
    rows,
    exporting,
    save: (format: FileFormat) => void exporting.save(format, rows),
    copy: () => void exporting.copy(rows),
    /** Opens the comparison; null unless two to four rows are selected. */
    compare: isPossible ? openComparison : null,
    isComparing: isWanted && isPossible,
    endComparison: closeComparison,
  };
}

export type SelectionActs = ReturnType<typeof useSelectionActs>;
