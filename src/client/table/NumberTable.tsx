import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { Elements } from '#jsx/jsx-runtime';
import type { Sort } from '../fields/sort.ts';
import { pressedKey } from '../lib/pressed-key.ts';
import type { CheckMarks } from '../list/check-marks.ts';
import type { Changes } from '../list/collectors.ts';
import type { RowView } from '../list/row-view.ts';
import { useTextScale } from '../ui/useTextScale.ts';
import * as words from '../words/app.ts';
import { BodyRow, type RowMark } from './BodyRow.tsx';
import { copyNumber } from './copy-number.ts';
import { columnTemplate, heightsOf } from './geometry.ts';
import { HeaderRow } from './HeaderRow.tsx';
import { createRowKeys } from './row-keys.ts';
import type { ColumnTaste } from './useColumnTaste.ts';
import type { GridFocus } from './useGridFocus.ts';
import { useKeepPlace } from './useKeepPlace.ts';
import { useNumberTable } from './useNumberTable.ts';
import { useRowWindow } from './useRowWindow.ts';

/** The next page is requested when so few loaded rows are left below: three pages. */
const lookAhead = 60;

function markOf(changes: Changes | null, number_sid: string): RowMark | null {
  if (changes?.added.has(number_sid)) return 'new';
  return changes?.changed.has(number_sid) ? 'changed' : null;
}

/**
 * Where the rows stick when the browser scrolls past them, which it does without asking the page:
 * the last one in view at its end, the first one below the header. So there are rows on screen at
 * every moment, older ones until the new ones are drawn. The box begins where the list does, which
 * spares painting a row again that has kept its place (a third of a frame's work while scrolling);
 * its margin box, which is what has to stay within the list, begins with the rows in view.
 */
const stickyRows = (seenFrom: number, seenTo: number, headerHeight: number) => ({
  height: seenTo,
  marginTop: -seenFrom,
  top: `calc(100% - ${seenTo}px)`,
  bottom: `calc(100% - ${headerHeight + seenTo - seenFrom}px)`,
});

interface NumberTableProps {
  rows: RowView;
  /** What the checks found. */
  marks: CheckMarks | null;
  /** Changes found by a refresh, for the marks of rows. */
  changes: Changes | null;
  /** Whether the whole list is loaded, so that its length is known. */
  isComplete: boolean;
  isBusy: boolean;
  columns: ColumnTaste;
  sort: Sort | null;
  onSort: (sort: Sort | null) => void;
  /** A text that changes with every filter, search or sort. */
  question: string;
  openIndex: number;
  /** The SIDs of the numbers that are selected. */
  selected: ReadonlySet<string>;
  onOpen: (index: number) => void;
  onNearEnd: (() => void) | null;
  grid: RefObject<HTMLDivElement | null>;
  focus: GridFocus;
  /** The end of the table below the rows: skeletons, the end of the list, or a button to continue. */
  children: Elements;
}

export function NumberTable(props: NumberTableProps) {
  const { rows, columns, sort, onSort, question, openIndex, onOpen, onNearEnd, grid, focus } =
    props;
  const scroller = useRef<HTMLDivElement>(null);
  const textScale = useTextScale();
  const heights = heightsOf(columns.taste, textScale);
  const { header: headerHeight, row: rowHeight } = heights;
  const { seenFrom, seenTo, from, to, indexes, scrollTo } = useRowWindow(
    scroller,
    rows.length,
    focus.active.row,
    heights,
  );
  const lastIndex = indexes.at(-1) ?? -1;

  const data = useMemo(() => indexes.flatMap((index) => rows.at(index) ?? []), [indexes, rows]);
  const table = useNumberTable(data, columns, textScale);
  const columnsKey = JSON.stringify([columns.shown, columns.taste]);
  const [keysOf] = useState(createRowKeys);
  const keys = useMemo(() => keysOf(data.map((row) => row.number_sid)), [keysOf, data]);

  useKeepPlace(scroller, rows, question, rowHeight);

  useEffect(() => {
    if (onNearEnd && lastIndex >= rows.length - 1 - lookAhead) onNearEnd();
  }, [onNearEnd, lastIndex, rows.length]);

  useEffect(() => {
    if (openIndex >= 0) scrollTo(openIndex);
  }, [openIndex, scrollTo]);

  return (
    <div
      ref={scroller}
      // A tab stop without a name in Firefox, as everything that scrolls; the grid has one of its own.
      tabIndex={-1}
      className="min-h-0 flex-1 overflow-auto outline-none [overflow-anchor:none]"
      style={{
        ...columnTemplate(table, heights),
        scrollPadding: `${headerHeight}px 0 0 ${table.getStartTotalSize() + 32}px`,
      }}
    >
      <div
        ref={grid}
        role="grid"
        aria-label={words.product}
        aria-rowcount={props.isComplete ? rows.length + 1 : -1}
        aria-multiselectable
        aria-busy={props.isBusy}
        className="min-w-(--columns-width)"
        onFocus={focus.onFocus}
        onClickCapture={(event) => {
          const button = (event.target as Element).closest<HTMLElement>('[data-copy]');
          if (button === null) return;
          event.stopPropagation();
          const row = button.closest<HTMLElement>('[data-row]')?.dataset.row;
          void copyNumber(rows.at(Number(row)), button);
        }}
        onKeyDown={(event) => {
          focus.onKeyDown(event);
          const isButton = (event.target as Element).matches('button');
          if (event.key === 'Enter' && !isButton && focus.active.row >= 0) onOpen(focus.active.row);
          const isCopy =
            pressedKey(event) === 'c' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
          const copied = rows.at(focus.active.row);
          if (!isCopy || !copied || getSelection()?.isCollapsed === false) return;
          // WebKit's own copy would empty the clipboard afterwards.
          event.preventDefault();
          void copyNumber(copied);
        }}
      >
        <div role="rowgroup" className="sticky top-0 z-2">
          <HeaderRow table={table} active={focus.active} sort={sort} onSort={onSort} />
        </div>
        {rows.length > 0 && (
          <div style={{ height: rows.length * rowHeight }}>
            <div style={{ height: seenFrom * rowHeight }} />
            <div
              role="rowgroup"
              className="sticky"
              style={{
                ...stickyRows(seenFrom * rowHeight, seenTo * rowHeight, headerHeight),
                paddingTop: from * rowHeight,
              }}
            >
              {table.getRowModel().rows.map((row, at) => {
                const index = indexes[at];
                if (index === undefined) return null;
                const isApart = index < from || index >= to;
                return (
                  <BodyRow
                    key={keys.get(row.id)}
                    row={row}
                    index={index}
                    top={isApart ? index * rowHeight : undefined}
                    activeColumn={index === focus.active.row ? focus.active.column : null}
                    isOpen={index === openIndex}
                    isSelected={props.selected.has(row.id)}
                    columnsKey={columnsKey}
                    finding={props.marks?.markOf(row.id)}
                    mark={markOf(props.changes, row.id)}
                    onOpen={onOpen}
                  />
                );
              })}
            </div>
          </div>
        )}
      </div>
      {props.children}
    </div>
  );
}
