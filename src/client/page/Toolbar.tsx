import { useRef } from 'react';
import type { Address } from '../address/address.ts';
import { MoreMenu } from '../desk/More.tsx';
import { ExportMenu } from '../export/ExportMenu.tsx';
import type { SelectedRows } from '../list/selected-rows.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { ColumnsMenu } from '../table/ColumnsMenu.tsx';
import type { ColumnTaste } from '../table/useColumnTaste.ts';
import { useOneStop } from '../ui/useOneStop.ts';
import { ViewsMenu } from '../views/ViewsMenu.tsx';
import * as words from './words.ts';

interface ToolbarProps {
  list: NumberList;
  columns: ColumnTaste;
  address: Address;
  /** The rows that the reader selected. */
  selected: SelectedRows;
}

/** What can be done with the table as a whole: one stop of Tab. */
export function Toolbar({ list, columns, address, selected }: ToolbarProps) {
  const toolbar = useRef<HTMLDivElement>(null);
  useOneStop(toolbar, true);
  return (
    <div ref={toolbar} role="toolbar" aria-label={words.tableTools} className="contents">
      <ViewsMenu address={address} columns={columns} />
      {address.show !== 'overview' && <ColumnsMenu columns={columns} />}
      <ExportMenu list={list} columns={columns.shown} address={address} selected={selected} />
      <MoreMenu />
    </div>
  );
}
