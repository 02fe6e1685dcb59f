import { useDeferredValue, useMemo } from 'react';
import { useNumberPlan } from '../../address/useNumberPlan.ts';
import { rentedLines } from '../../list/rented-lines.ts';
import type { NumberList } from '../../list/useNumberList.ts';
import { compareLists } from './compare-lists.ts';
import { type PastedList, readList } from './read-list.ts';

const nothing: PastedList = { numbers: [], repeated: 0, unread: [] };

/** The pasted list, and its comparison with the loaded rows. Both follow as more rows arrive. */
export function useComparison({ set }: NumberList, typed: string, country: string | null) {
  const text = useDeferredValue(typed);
  const { length } = set.rows;
  const { edits } = set;
  // The dialog opens only after the plans are loaded.
  const { plan } = useNumberPlan(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a set changes in place, which its length and edits say.
  const list = useMemo(() => {
    if (plan === null) return nothing;
    const rented = rentedLines(set);
    return readList(text, { read: plan.read, isRented: (line) => rented.has(line), country });
  }, [text, set, length, edits, country, plan]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above.
  const comparison = useMemo(
    () => compareLists(set.rows, list.numbers),
    [set, length, edits, list],
  );
  return { list, comparison };
}
