import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import { type ColumnId, columnSpec } from '../fields/columns.tsx';
import { readTaste, writeTaste } from '../lib/taste.ts';
import { arrangedColumns, type TableTaste, tableTasteSchema, usualTaste } from './table-taste.ts';

const storageKey = 'table';

const wide = 1600;

function onResize(changed: () => void) {
  addEventListener('resize', changed);
  return () => removeEventListener('resize', changed);
}

/** The window decides, not the table: exports do not change with the details. Paper is no window. */
const useIsWideWindow = () => useSyncExternalStore(onResize, () => innerWidth >= wide);

/** What the rows on screen have to show. */
interface Found {
  name: boolean;
  finding: boolean;
  /** The columns in which numbers differ from before. */
  changed: readonly ColumnId[] | undefined;
}

/**
 * How the table looks: what the reader chose, remembered in this browser; otherwise the usual
 * columns, more of them in a wide window, with names, findings and changes if there are any. The
 * number is always there.
 */
export function useColumnTaste({ name, finding, changed }: Found) {
  const [taste, setChosen] = useState(() => readTaste(storageKey, tableTasteSchema, usualTaste));

  const isWide = useIsWideWindow();

  const { visibility, arranged, shown, joined } = useMemo(() => {
    const isUsual = (id: ColumnId) => {
      if (id === 'number') return true;
      const chosen = taste.shown[id];
      if (chosen !== undefined) return chosen;
      if (id === 'name') return name;
      if (id === 'finding') return finding;
      const { hidden } = columnSpec(id);
      return hidden === undefined || (hidden === 'unlessWide' && isWide);
    };
    const joined = (changed ?? []).filter((id) => taste.shown[id] === undefined && !isUsual(id));
    const isShown = (id: ColumnId) => isUsual(id) || joined.includes(id);
    const arranged = arrangedColumns(taste);
    return {
      visibility: Object.fromEntries(arranged.map((id) => [id, isShown(id)])) as Record<
        ColumnId,
        boolean
      >,
      arranged,
      shown: arranged.filter(isShown),
      joined,
    };
  }, [taste, name, finding, changed, isWide]);

  const setTaste = useCallback((next: TableTaste) => {
    setChosen(next);
    writeTaste(storageKey, next);
  }, []);

  return {
    taste,
    setTaste,
    visibility,
    /** All columns, and those shown, from left to right. */
    arranged,
    shown,
    /** Columns that are shown only because a number changed in them. */
    joined,
    toggle: (id: ColumnId) =>
      setTaste({ ...taste, shown: { ...taste.shown, [id]: !visibility[id] } }),
  };
}

export type ColumnTaste = ReturnType<typeof useColumnTaste>;
