import { type RefObject, useMemo } from 'react';
import type { Address } from '../address/address.ts';
import { useByDockWidth } from '../detail/detail-taste.ts';
import { dockWidth } from '../detail/dock-width.ts';
import type { ColumnId } from '../fields/columns.tsx';
import type { NumberList } from '../list/useNumberList.ts';
import { columnsBeside } from '../table/geometry.ts';
import { type ColumnTaste, useColumnTaste } from '../table/useColumnTaste.ts';
import { useInnerWidth } from '../table/useInnerWidth.ts';
import { useSeenFindings, useSeenNames } from '../table/useSeenColumns.ts';
import { useIsPhone } from '../ui/screen.ts';
import { useMediaQuery } from '../ui/useMediaQuery.ts';
import { useTextScale } from '../ui/useTextScale.ts';

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
