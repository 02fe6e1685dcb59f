import { useCallback, useMemo, useState } from 'react';
import { type ColumnId, columnSpec } from '../fields/columns.tsx';
import { readTaste, writeTaste } from '../lib/taste.ts';
import { arrangedColumns, type TableTaste, tableTasteSchema, usualTaste } from './table-taste.ts';

const storageKey = 'table';

/**
 * How the table looks: what the reader chose, remembered in this browser; otherwise the usual
 * columns, with `name` as soon as a loaded row has one. The number is always there.
 */
export function useColumnTaste(hasNames: boolean) {
  const [taste, setChosen] = useState(() => readTaste(storageKey, tableTasteSchema, usualTaste));

  const { visibility, arranged, shown } = useMemo(() => {
    const isShown = (id: ColumnId) => {
      if (id === 'number') return true;
      return taste.shown[id] ?? (id === 'name' ? hasNames : !columnSpec(id).hidden);
    };
    const arranged = arrangedColumns(taste);
    return {
      visibility: Object.fromEntries(arranged.map((id) => [id, isShown(id)])) as Record<
        ColumnId,
        boolean
      >,
      arranged,
      shown: arranged.filter(isShown),
    };
  }, [taste, hasNames]);

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
    toggle: (id: ColumnId) =>
      setTaste({ ...taste, shown: { ...taste.shown, [id]: !visibility[id] } }),
  };
}

export type ColumnTaste = ReturnType<typeof useColumnTaste>;
