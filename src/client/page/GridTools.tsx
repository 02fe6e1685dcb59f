import type { Address } from '../address/address.ts';
import { AcceptSelection } from '../checks/AcceptSelection.tsx';
import type { NumberList } from '../list/useNumberList.ts';
import type { Selection } from '../list/useSelection.ts';
import { CellTools } from '../table/CellTools.tsx';
import { ColumnDrag } from '../table/ColumnDrag.tsx';
import { HeaderTools } from '../table/HeaderTools.tsx';
import { SelectionTools } from '../table/SelectionTools.tsx';
import type { ColumnTaste } from '../table/useColumnTaste.ts';
import type { Grid } from '../table/useGrid.ts';
import { useSelectionActs } from '../table/useSelectionActs.ts';
import { FindingWalk } from './FindingWalk.tsx';

interface GridToolsProps {
  list: NumberList;
  columns: ColumnTaste;
  address: Address;
  grid: Grid;
  selection: Selection;
  openRow: (index: number) => void;
}

/** The tools of the table: for its headers, cells, findings and rows. The first rows need none of them. */
export function GridTools({ list, columns, address, grid, selection, openRow }: GridToolsProps) {
  const { rows } = selection;
  const acts = useSelectionActs(list, columns.shown, address, rows);
  return (
    <>
      <HeaderTools grid={grid} columns={columns} />
      <ColumnDrag grid={grid} columns={columns} />
      <CellTools grid={grid} rows={list.shown} found={list.marks} acts={acts} onOpen={openRow} />
      <FindingWalk grid={grid} list={list} />
      <SelectionTools list={list} grid={grid} selection={selection} acts={acts}>
        <AcceptSelection set={list.set} rows={rows} />
      </SelectionTools>
    </>
  );
}
