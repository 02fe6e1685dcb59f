import type { ColumnId } from '../fields/columns.tsx';
import type { Sort } from '../fields/sort.ts';
import { moveBy, narrowest, widest } from './change-taste.ts';
import { isPinned, type TableTaste } from './table-taste.ts';
import { headerMenu as words } from './words.ts';

/** What the menu of a column does. */
export type HeaderAction =
  | 'ascending'
  | 'descending'
  | 'unsorted'
  | 'hide'
  | 'pin'
  | 'left'
  | 'right'
  | 'fit'
  | 'wider'
  | 'narrower'
  | 'usual';

interface HeaderEntry {
  does: HeaderAction;
  label: string;
  /** An entry that is on or off. */
  isOn?: boolean;
  isOneOfSeveral?: true;
  isDisabled?: boolean;
}

interface HeaderGroup {
  title: string;
  entries: readonly HeaderEntry[];
}

interface Column {
  id: ColumnId;
  /** The present width in pixels. */
  width: number;
}

/** The menu of a column: what it offers, what is on, and what has no effect now. */
export function headerEntries(
  { id, width }: Column,
  taste: TableTaste,
  shown: readonly ColumnId[],
  sort: Sort | null,
): readonly HeaderGroup[] {
  const isSorted = sort?.column === id;
  const isFirst = id === 'number';
  const stays = (by: 1 | -1) => moveBy(taste, id, by, shown) === taste;
  return [
    {
      title: words.sort,
      entries: [
        {
          does: 'ascending',
          label: words.sortAscending,
          isOn: isSorted && !sort.descending,
          isOneOfSeveral: true,
        },
        {
          does: 'descending',
          label: words.sortDescending,
          isOn: isSorted && sort.descending,
          isOneOfSeveral: true,
        },
        { does: 'unsorted', label: words.clearSort, isDisabled: !isSorted },
      ],
    },
    {
      title: words.place,
      entries: [
        { does: 'hide', label: words.hide, isDisabled: isFirst },
        { does: 'pin', label: words.pin, isOn: isPinned(taste, id), isDisabled: isFirst },
        { does: 'left', label: words.moveLeft, isDisabled: stays(-1) },
        { does: 'right', label: words.moveRight, isDisabled: stays(1) },
      ],
    },
    {
      title: words.width,
      entries: [
        { does: 'fit', label: words.fit },
        { does: 'wider', label: words.wider, isDisabled: width >= widest },
        { does: 'narrower', label: words.narrower, isDisabled: width <= narrowest },
        { does: 'usual', label: words.usualWidth, isDisabled: taste.widths[id] === undefined },
      ],
    },
  ];
}

/** Entries that a reader presses more than once: the menu stays open for them. */
export const staysOpen = (action: HeaderAction) => action === 'wider' || action === 'narrower';

/** The column whose header gets the focus after an action: the next one, if the column is hidden. */
export function focusedAfter(
  action: HeaderAction,
  id: ColumnId,
  shown: readonly ColumnId[],
): ColumnId {
  if (action !== 'hide') return id;
  const at = shown.indexOf(id);
  return shown[at + 1] ?? shown[at - 1] ?? 'number';
}
