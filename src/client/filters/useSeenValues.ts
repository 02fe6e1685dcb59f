import { useRef } from 'react';
import type { ListName } from '#contract/selection.ts';
import type { RowSet } from '../list/row-set.ts';

type Counts = ReadonlyMap<string, number>;

/**
 * The values of a field seen since the page was opened, also under other filters, and a ranking by
 * loaded rows. The ranking changes only when the list has doubled or is complete.
 */
export function useSeenValues({ rows, columns }: RowSet, field: ListName, isWhole: boolean) {
  const memory = useRef<{ best: Map<string, number>; ranking: Counts; size: number }>({
    best: new Map(),
    ranking: new Map(),
    size: 0,
  });
  const { best } = memory.current;
  const { values, counts } = columns[field];
  values.forEach((value, code) => {
    best.set(value, Math.max(counts[code] ?? 0, best.get(value) ?? 0));
  });
  const isDue = isWhole
    ? rows.length !== memory.current.size
    : rows.length >= 2 * memory.current.size;
  if (isDue && rows.length > 0) {
    memory.current.ranking = new Map(best);
    memory.current.size = rows.length;
  }
  return { seen: best, ranking: memory.current.ranking };
}
