import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import * as v from 'valibot';
import type { Address } from '../address/address.ts';
import { dockWidth, useByDockWidth } from '../detail/detail-taste.ts';
import type { ColumnId } from '../fields/columns.tsx';
import { readTaste, writeTaste } from '../lib/taste.ts';
import type { RowSet } from '../list/row-set.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { columnsBeside } from '../table/column-widths.ts';
import { type ColumnTaste, useColumnTaste } from '../table/useColumnTaste.ts';
import { useInnerWidth } from '../table/useInnerWidth.ts';
import { useIsPhone, useMediaQuery } from '../ui/screen.ts';
import { useTextScale } from '../ui/useTextScale.ts';

type Known = Pick<
  NumberList,
  'selection' | 'scope' | 'shown' | 'pasted' | 'compared' | 'isReading'
>;

/** What the page shows of a list, and what it waits for. */
export function pageState(list: Known, { show, q, check, rented, sort }: Address) {
  const { selection, scope, shown, pasted, compared } = list;
  const isSearched = q !== null || check !== null || rented !== null || pasted !== null;
  // A search or a sort over the loaded rows pauses automatic loading: the end of a short list is
  // always in view and would fetch page after page. Before the first row there is nothing to search
  // or sort, so pages without rows are read on.
  const isBeforeRows = scope.status === 'partial' && scope.loaded === 0;
  const isAwaited = scope.status === 'loading' || isBeforeRows;
  return {
    isHistory: show === 'history',
    isOverview: show === 'overview',
    isSearched,
    /** Whether the first rows are still awaited. */
    isAwaited,
    isEmpty: shown.length === 0 && !isAwaited && !list.isReading,
    mayLoadAhead: scope.status === 'partial' && (isBeforeRows || !(isSearched || sort !== null)),
    /** Differs with all that decides which rows are shown, and in which order. */
    question: JSON.stringify([
      selection,
      q,
      check,
      rented,
      sort,
      pasted?.lines.size,
      compared?.key,
    ]),
  };
}

/**
 * Whether this account has something to show in a column. Stored, so that the column is decided
 * before the first row, and not taken back while the page is open: a column that came and went with
 * every filter would move the rest of the table.
 *
 * @param isNone whether the account is known to have nothing there.
 */
function useSeen(key: string, isAny: boolean, isNone: boolean): boolean {
  const [hasAny, setHasAny] = useState(() => readTaste(key, v.boolean(), true));
  const isCertain = useRef(false);
  useEffect(() => {
    if (isCertain.current || (!isAny && !isNone)) return;
    isCertain.current = isAny;
    setHasAny(isAny);
    writeTaste(key, isAny);
  }, [key, isAny, isNone]);
  return hasAny;
}

/** Whether the numbers have names. */
function useSeenNames({ rows, columns }: RowSet): boolean {
  const isNamed = columns.name.values.some(Boolean);
  return useSeen('names', isNamed, rows.length > 0 && !isNamed);
}

/** Whether the checks find anything, which they do not have to under filters. */
function useSeenFindings({ marks, set, selection }: NumberList): boolean {
  const isAny = marks?.isAnyFound ?? false;
  const areChecked = marks !== null && marks.count > 0 && marks.count === set.rows.length;
  return useSeen('findings', isAny, !isAny && areChecked && Object.keys(selection).length === 0);
}

/** The columns in a row of a phone, in the order of reading. The details have all others. */
const phoneColumns: readonly ColumnId[] = [
  'number',
  'country',
  'finding',
  'name',
  'type',
  'capabilities',
  'created',
];

/** The widest scroll bar of the usual systems. */
const scrollBar = 17;

/**
 * The columns of the grid: those that are turned on, but beside docked details only those that fit.
 * Exports and paper have them all.
 *
 * @param shared the element whose width table and details share.
 */
function useGridColumns(
  { taste, shown, joined }: ColumnTaste,
  isOpen: boolean,
  shared: RefObject<HTMLElement | null>,
): readonly ColumnId[] {
  const isPhone = useIsPhone();
  const isDocked = useMediaQuery('(width >= 1200px)') && isOpen;
  const textScale = useTextScale();
  const room = useInnerWidth(isDocked ? shared : null);
  const kept = useByDockWidth((chosen) => {
    if (!isDocked || room === null) return '';
    const width = room - dockWidth(chosen, room) - scrollBar;
    return columnsBeside(shown, taste, textScale, width, joined).join();
  });
  return useMemo(() => {
    if (isPhone) return phoneColumns;
    return isDocked && room !== null ? shown.filter((id) => kept.split(',').includes(id)) : shown;
  }, [isPhone, isDocked, room, shown, kept]);
}

/**
 * The columns that are turned on, those of them that the compared list fits, and those in the grid.
 *
 * @param shared the element whose width table and details share.
 */
export function usePageColumns(
  list: NumberList,
  { show, open }: Address,
  shared: RefObject<HTMLElement | null>,
) {
  const columns = useColumnTaste({
    name: useSeenNames(list.set),
    // The checks judge the numbers of now.
    finding: useSeenFindings(list) && show !== 'history',
    changed: list.compared?.changedColumns,
  });
  const fitted = list.compared?.fit(columns) ?? columns;
  return { columns, fitted, inGrid: useGridColumns(fitted, open !== null, shared) };
}
