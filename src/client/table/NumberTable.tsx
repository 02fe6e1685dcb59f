import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { Elements } from '#jsx/jsx-runtime';
import type { Changes } from '../list/collectors.ts';
import { isComplete } from '../list/scope.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { useIsFinger, useIsPhone, useMediaQuery } from '../ui/screen.ts';
import { useTextScale } from '../ui/useTextScale.ts';
import * as words from '../words/app.ts';
import { BodyRow, type RowMark } from './BodyRow.tsx';
import { columnWidths } from './column-widths.ts';
import { heightProperties, heightsOf, phoneWidths, widthProperties } from './geometry.ts';
import { HeaderRow, PhoneHeaderRow } from './HeaderRow.tsx';
import { PhoneRow } from './PhoneRow.tsx';
import type { ColumnTaste } from './useColumnTaste.ts';
import { useFittedColumns } from './useFittedColumns.ts';
import { type Grid, useGridTool } from './useGrid.ts';
import { useGridKeys } from './useGridKeys.ts';
import { useKeepPlace, useKeepRowVisible } from './useKeepPlace.ts';
import { useNumberTable, useRowKeys } from './useNumberTable.tsx';
import { useRowWindow } from './useRowWindow.ts';

/** The next page is requested when so few loaded rows are left below: three pages. */
const lookAhead = 60;

function changeOf(changes: Changes | null, number_sid: string): RowMark | null {
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
  list: NumberList;
  columns: ColumnTaste;
  grid: Grid;
  /** A text that changes with every filter, search or sort. */
  question: string;
  /** The open row, or -1, and the way to open one. */
  opening: { index: number; openRow: (index: number) => void };
  /** The SIDs of the numbers that are selected. */
  selected: ReadonlySet<string>;
  /** Loads the next page; null while the page loads nothing by itself. */
  onNearEnd: (() => void) | null;
  /** The end of the table below the rows: skeletons, the end of the list, or a button to continue. */
  children: Elements;
}

export function NumberTable(props: NumberTableProps) {
  const { list, columns, grid, question, opening, selected, onNearEnd } = props;
  const { shown: rows, marks, changes, scope, compared } = list;
  const { active, attach, listeners, columns: shown } = grid;
  const { taste } = columns;
  const scroller = useRef<HTMLDivElement>(null);
  const textScale = useTextScale();
  const isPhone = useIsPhone();
  const isFinger = useIsFinger();
  const heights = heightsOf(
    // A changed cell has two lines.
    { isCompact: taste.isCompact && compared === null },
    textScale,
    { isPhone, isFinger },
  );
  const { header: headerHeight, row: rowHeight } = heights;
  const { seenFrom, seenTo, from, to, indexes, scrollTo } = useRowWindow(
    scroller,
    rows.length,
    active.row,
    heights,
  );
  const lastIndex = indexes.at(-1) ?? -1;
  const Row = isPhone ? PhoneRow : BodyRow;

  const data = useMemo(() => indexes.flatMap((index) => rows.at(index) ?? []), [indexes, rows]);
  const isNarrow = useMediaQuery('(width < 900px)');
  const found = isPhone || columns.visibility.finding ? marks : null;
  // On a narrow screen the column is out of sight, but not in the rows of a phone.
  const marked = !isPhone && (found === null || isNarrow) ? marks : null;
  const table = useNumberTable(data, { shown, taste }, found, compared?.cellOf);
  const columnsKey = JSON.stringify([shown, taste.pinned]);
  const firstWidths = useFittedColumns(
    scroller,
    useCallback(
      (room) =>
        isPhone
          ? phoneWidths
          : widthProperties(shown, columnWidths(shown, taste, textScale, room), taste),
      [isPhone, shown, taste, textScale],
    ),
  );
  const keys = useRowKeys(data);

  const isSearched = list.search !== null || list.selection.number !== undefined;
  useKeepPlace(scroller, rows, question, isSearched, rowHeight);

  useEffect(() => {
    if (onNearEnd && lastIndex >= rows.length - 1 - lookAhead) onNearEnd();
  }, [onNearEnd, lastIndex, rows.length]);

  useKeepRowVisible(scroller, opening.index, heights, scrollTo);

  useGridKeys(grid, rows.length, opening.openRow);
  useGridTool(grid, 'open', {
    click(_, hit) {
      const isFree =
        hit?.on === 'row' || (hit?.on === 'cell' && (hit.part === null || hit.part === 'open'));
      if (isFree && getSelection()?.isCollapsed !== false) opening.openRow(hit.row);
    },
  });

  return (
    <div
      ref={scroller}
      // A tab stop without a name in Firefox, as everything that scrolls; the grid has one of its own.
      tabIndex={-1}
      className="min-h-0 flex-1 overflow-auto pr-(--covered,0px) outline-none [overflow-anchor:none]"
      style={{
        ...heightProperties(heights),
        ...firstWidths,
        scrollPadding: `${headerHeight}px var(--covered,0px) 0 var(--scroll-start)`,
      }}
    >
      <div
        ref={attach}
        role="grid"
        aria-label={compared?.label ?? words.product}
        aria-rowcount={isComplete(scope) ? rows.length + 1 : -1}
        aria-multiselectable
        aria-busy={list.isFetching}
        data-selecting={selected.size > 0 || undefined}
        className="min-w-(--columns-width)"
        {...listeners}
      >
        <div role="rowgroup" className="sticky top-0 z-2">
          {isPhone ? (
            <PhoneHeaderRow columns={shown} />
          ) : (
            <HeaderRow table={table} active={active} />
          )}
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
                  <Row
                    key={keys.get(row.id)}
                    row={row}
                    index={index}
                    top={isApart ? index * rowHeight : undefined}
                    activeColumn={index === active.row ? active.column : null}
                    isOpen={index === opening.index}
                    isSelected={selected.has(row.id)}
                    hasCopy={isFinger}
                    columnsKey={columnsKey}
                    signs={{
                      finding: marked?.markOf(row.id),
                      cell: found?.cellOf(row.id),
                      change: compared ? compared.markOf(row.id) : changeOf(changes, row.id),
                      sign: compared?.signOf(row.id),
                      line: isPhone && compared?.lineOf(row.original),
                    }}
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
