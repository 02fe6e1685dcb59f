import { type RefObject, useMemo } from 'react';
import { useByDockWidth } from '../detail/detail-taste.ts';
import { dockWidth } from '../detail/dock-width.ts';
import type { ColumnId } from '../fields/columns.tsx';
import { columnsBeside } from '../table/geometry.ts';
import type { ColumnTaste } from '../table/useColumnTaste.ts';
import { useInnerWidth } from '../table/useInnerWidth.ts';
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
export function useGridColumns(
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
