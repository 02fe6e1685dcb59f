import { useState } from 'react';
import type { Address } from '../address/address.ts';
import type { FileFormat } from '../export/export-job.ts';
import { useExport } from '../export/useExport.ts';
import type { ColumnId } from '../fields/columns.tsx';
import type { SelectedRows } from '../list/selected-rows.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { mostCompared } from './compare-numbers.ts';

/** Whether the reader has marked no text, which the browser would copy. */
export const isNothingMarked = () => getSelection()?.isCollapsed !== false;

/** What can be done with the selected rows, for the bar, the cell menu and the keys. */
export function useSelectionActs(
  list: NumberList,
  columns: readonly ColumnId[],
  address: Address,
  rows: SelectedRows,
) {
  const exporting = useExport(list, columns, address);
  const [wanted, setWanted] = useState(false);
  const canCompare = rows.length >= 2 && rows.length <= mostCompared;
  return {
    rows,
    exporting,
    save: (format: FileFormat) => void exporting.save(format, rows),
    copy: () => void exporting.copy(rows),
    /** Opens the comparison; null unless two to four rows are selected. */
    compare: canCompare ? () => setWanted(true) : null,
    isComparing: wanted && canCompare,
    endComparison: () => setWanted(false),
  };
}

export type SelectionActs = ReturnType<typeof useSelectionActs>;
