import { useCallback, useMemo, useState } from 'react';
import * as v from 'valibot';
import { readTaste, writeTaste } from '../../lib/taste.ts';
import { type ColumnId, columnIds, columnSpec } from '../columns.ts';

const storageKey = 'columns';
const tasteSchema = v.record(v.string(), v.boolean());

/**
 * Which columns are shown: what the reader chose, remembered in this browser; otherwise the usual
 * ones, with `name` as soon as a loaded row has one. The number is always there.
 */
export function useColumnTaste(hasNames: boolean) {
  const [chosen, setChosen] = useState(() => readTaste(storageKey, tasteSchema, {}));

  const visibility = useMemo(() => {
    const isShown = (id: ColumnId) => {
      if (id === 'number') return true;
      return chosen[id] ?? (id === 'name' ? hasNames : !columnSpec(id).hidden);
    };
    return Object.fromEntries(columnIds.map((id) => [id, isShown(id)])) as Record<
      ColumnId,
      boolean
    >;
  }, [chosen, hasNames]);

  const choose = useCallback((next: Record<string, boolean>) => {
    setChosen(next);
    writeTaste(storageKey, next);
  }, []);

  return {
    visibility,
    shown: useMemo(() => columnIds.filter((id) => visibility[id]), [visibility]),
    toggle: (id: ColumnId) => choose({ ...chosen, [id]: !visibility[id] }),
    choose,
    reset: () => choose({}),
    isChanged: Object.keys(chosen).length > 0,
  };
}

export type ColumnTaste = ReturnType<typeof useColumnTaste>;
