import type { RefObject } from 'react';
import type { Address } from '../address/address.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { CellTools } from '../table/CellTools.tsx';
import { ColumnDrag } from '../table/ColumnDrag.tsx';
import { HeaderTools } from '../table/HeaderTools.tsx';
import { SelectionTools } from '../table/SelectionTools.tsx';
import type { ColumnTaste } from '../table/useColumnTaste.ts';
import type { GridFocus } from '../table/useGridFocus.ts';

interface GridToolsProps {
  list: NumberList;
  columns: ColumnTaste;
  address: Address;
  grid: RefObject<HTMLDivElement | null>;
  focus: GridFocus;
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
}

/** The tools of the table: for its headers, its cells and its rows. */
export function GridTools({ columns, ...props }: GridToolsProps) {
  const { grid, focus, list } = props;
  return (
    <>
      <HeaderTools grid={grid} columns={columns} focus={focus} />
      <ColumnDrag grid={grid} columns={columns} focus={focus} />
      <CellTools grid={grid} rows={list.shown} focus={focus} />
      <SelectionTools columns={columns.shown} {...props} />
    </>
  );
}
