import { useMemo, useRef } from 'react';
import type { RentedNumber } from '#contract/number.ts';
import { countValues } from '../rows/count-values.ts';

type Counts = ReadonlyMap<string, number>;

/**
 * The values of a field with their counts in the loaded rows, the values seen under other filters
 * since the page was opened, and a ranking that moves only when the list has doubled.
 */
export function useSeenCounts(rows: readonly RentedNumber[], field: 'country_code' | 'type') {
  const counts = useMemo(() => countValues(rows, field), [rows, field]);
  const memory = useRef<{ best: Map<string, number>; ranking: Counts; size: number }>({
    best: new Map(),
    ranking: new Map(),
    size: 0,
  });

  const { best } = memory.current;
  for (const [value, count] of counts) best.set(value, Math.max(count, best.get(value) ?? 0));
  if (rows.length >= 2 * memory.current.size && rows.length > 0) {
    memory.current.ranking = new Map(best);
    memory.current.size = rows.length;
  }
  return { counts, seen: best, ranking: memory.current.ranking };
}
