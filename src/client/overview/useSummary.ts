import { useEffect, useMemo, useRef, useState } from 'react';
import type { Address } from '../address/address.ts';
import { createBreather } from '../lib/yield-to-page.ts';
import type { RowSet } from '../list/row-set.ts';
import { createRowViewer } from '../list/row-view.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { createSummary, type Summary } from './summary.ts';

const stride = 200;

interface Work {
  set: RowSet;
  key: string;
  sums: ReturnType<typeof createSummary>;
  done: number;
}

/**
 * The sums of the rows that match, whenever they were rented: a slice at a time, and of rows that
 * were only added since, just those. Null until the first is made.
 */
export function useSummary(
  { set, here, search, shown, test }: NumberList,
  { rented, sort }: Address,
) {
  const [viewRows] = useState(createRowViewer);
  const [summary, setSummary] = useState<Summary | null>(null);
  const work = useRef<Work | null>(null);
  const { length } = set.rows;
  const { edits } = set;
  const key = JSON.stringify([here, search, rented, edits, test?.key]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a set changes in place, which its length and edits say.
  const positions = useMemo(() => {
    // What is shown has been found already, unless by month or in another order.
    const isAsShown = rented === null && sort === null;
    const view = isAsShown ? shown : viewRows(set, { selection: here, search, sort: null, test });
    return view.positions();
  }, [viewRows, set, length, edits, here, search, rented, sort, test, shown]);

  useEffect(() => {
    if (work.current?.set !== set || work.current.key !== key) {
      work.current = { set, key, sums: createSummary(rented), done: 0 };
    }
    const current = work.current;
    let isStale = false;
    async function sumUp() {
      const breathe = createBreather();
      while (current.done < positions.length) {
        const until = Math.min(current.done + stride, positions.length);
        for (; current.done < until; current.done += 1) {
          current.sums.add(set.rows[positions[current.done]!]!);
        }
        await breathe();
        if (isStale) return;
      }
      setSummary(current.sums.summary());
    }
    void sumUp();
    return () => {
      isStale = true;
    };
  }, [set, key, rented, positions]);

  return summary;
}
