import type { Address } from '../address/address.ts';
import { AcceptSelection } from '../checks/AcceptSelection.tsx';
import type { NumberList } from '../list/useNumberList.ts';
import { CellTools } from '../table/CellTools.tsx';
import { ColumnDrag } from '../table/ColumnDrag.tsx';
import { HeaderTools } from '../table/HeaderTools.tsx';
import { SelectionTools } from '../table/SelectionTools.tsx';
import type { ColumnTaste } from '../table/useColumnTaste.ts';
import type { Grid } from '../table/useGrid.ts';
import { FindingWalk } from './FindingWalk.tsx';

interface GridToolsProps {
  list: NumberList;
  columns: ColumnTaste;
  address: Address;
  grid: Grid;
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
}

/** The tools of the table: for its headers, cells, findings and rows. The first rows need none of them. */
export function GridTools({ columns, ...props }: GridToolsProps) {
  const { grid, list } = props;
  return (
    <>
      <HeaderTools grid={grid} columns={columns} />
      <ColumnDrag grid={grid} columns={columns} />
      <CellTools grid={grid} rows={list.shown} found={list.marks} />
      <FindingWalk grid={grid} list={list} />
      <SelectionTools
        columns={columns.shown}
        actions={(rows) => <AcceptSelection set={list.set} rows={rows} />}
        {...props}
      />
    </>
  );
}
