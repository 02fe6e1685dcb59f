import { useDeferredValue, useMemo } from 'react';
import { useNumberPlan } from '../../address/useNumberPlan.ts';
import { rentedLines } from '../../list/search-place.ts';
import type { NumberList } from '../../list/useNumberList.ts';
import { compareLists } from './compare-lists.ts';
import { type PastedList, readList } from './read-list.ts';

const nothing: PastedList = { numbers: [], repeated: 0, unread: [] };

/** The pasted list, and its comparison with the loaded rows. Both follow as more rows arrive. */
export function useComparison({ version }: NumberList, typed: string, country: string | null) {
  const text = useDeferredValue(typed);
  // The dialog opens only after the plans are loaded.
  const { plan } = useNumberPlan(true);
  const list = useMemo(() => {
    if (plan === null) return nothing;
    const rented = rentedLines(version.set);
    return readList(text, { read: plan.read, isRented: (line) => rented.has(line), country });
  }, [text, version, country, plan]);
  const comparison = useMemo(() => compareLists(version.set.rows, list.numbers), [version, list]);
  return { list, comparison };
}
