import { type ReactNode, type RefObject, useEffect, useMemo, useRef } from 'react';
import type { RentedNumber } from '#contract/number.ts';
import { announce } from '../../ui/announce.ts';
import type { Sort } from '../rows/sort-rows.ts';
import { BodyRow } from './BodyRow.tsx';
import { columnTemplate, headerHeight, rowHeight } from './geometry.ts';
import { HeaderRow } from './HeaderRow.tsx';
import type { ColumnTaste } from './useColumnTaste.ts';
import type { GridFocus } from './useGridFocus.ts';
import { useKeepPlace } from './useKeepPlace.ts';
import { useNumberTable } from './useNumberTable.ts';
import { useRowWindow } from './useRowWindow.ts';

/** How many rows before the end of the loaded ones the next page is asked for: three pages ahead. */
const lookAhead = 60;

/** Ctrl or Cmd C on a row without a selection: its number, as the API gives it. */
function copyNumber(row: RentedNumber | undefined) {
  if (!row) return;
  navigator.clipboard.writeText(row.number).then(
    () => announce(`Copied ${row.number}`),
    () => announce('The browser refused to copy'),
  );
}

interface NumberTableProps {
  rows: readonly RentedNumber[];
  /** Whether the whole list is loaded, so that its length is known. */
  isComplete: boolean;
  isBusy: boolean;
  columns: ColumnTaste;
  sort: Sort | null;
  onSort: (sort: Sort | null) => void;
  /** Changes when other rows are asked for: another filter, search or sort. */
  question: string;
  openIndex: number;
  onOpen: (index: number) => void;
  onNearEnd: (() => void) | null;
  grid: RefObject<HTMLDivElement | null>;
  focus: GridFocus;
  /** What stands below the rows: skeletons, the end, or a way on. */
  children: ReactNode;
}

export function NumberTable(props: NumberTableProps) {
  const { rows, columns, sort, onSort, question, openIndex, onOpen, onNearEnd, grid, focus } =
    props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useRowWindow(scroller, rows.length, focus.active.row);
  const items = virtualizer.getVirtualItems();
  const lastIndex = items.at(-1)?.index ?? -1;

  const data = useMemo(() => items.flatMap(({ index }) => rows[index] ?? []), [items, rows]);
  const table = useNumberTable({ data, visibility: columns.visibility, sort, onSort });
  const columnsKey = columns.shown.join();

  useKeepPlace(scroller, rows, question);

  useEffect(() => {
    if (onNearEnd && lastIndex >= rows.length - 1 - lookAhead) onNearEnd();
  }, [onNearEnd, lastIndex, rows.length]);

  useEffect(() => {
    if (openIndex >= 0) virtualizer.scrollToIndex(openIndex, { align: 'auto' });
  }, [openIndex, virtualizer]);

  return (
    <div
      ref={scroller}
      className="min-h-0 flex-1 overflow-auto [overflow-anchor:none]"
      style={{ ...columnTemplate(table), scrollPadding: `${headerHeight}px 0 0 190px` }}
    >
      <div
        ref={grid}
        role="grid"
        aria-label="Rented numbers"
        aria-rowcount={props.isComplete ? rows.length + 1 : -1}
        aria-busy={props.isBusy}
        className="min-w-(--columns-width)"
        onFocus={focus.onFocus}
        onKeyDown={(event) => {
          focus.onKeyDown(event);
          if (event.key === 'Enter' && focus.active.row >= 0) onOpen(focus.active.row);
          const isCopy = event.key === 'c' && (event.ctrlKey || event.metaKey);
          if (isCopy && getSelection()?.isCollapsed !== false) copyNumber(rows[focus.active.row]);
        }}
      >
        <div role="rowgroup" className="sticky top-0 z-2">
          <HeaderRow table={table} active={focus.active} />
        </div>
        {rows.length > 0 && (
          <div role="rowgroup" className="relative" style={{ height: rows.length * rowHeight }}>
            {table.getRowModel().rows.map((row, at) => {
              const item = items[at];
              if (!item) return null;
              return (
                <BodyRow
                  key={row.id}
                  row={row}
                  index={item.index}
                  top={item.index * rowHeight}
                  activeColumn={item.index === focus.active.row ? focus.active.column : null}
                  isOpen={item.index === openIndex}
                  columnsKey={columnsKey}
                  onOpen={onOpen}
                />
              );
            })}
          </div>
        )}
      </div>
      {props.children}
    </div>
  );
}
