import { useMemo, useState } from 'react';
import type { Address } from '../address/address.ts';
import { pastedTest } from '../list/pasted-rows.ts';
import { createRowViewer } from '../list/row-view.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { useChecks } from './checks-store.tsx';
import { countFindings } from './open-findings.ts';

interface FindingCounts {
  counts: ReadonlyMap<string, number>;
  /** The rows that were counted. */
  rows: number;
}

const none: FindingCounts = { counts: new Map(), rows: 0 };

/** How many rows each filter by checks would leave, among those that match all the other filters. */
export function useFindingCounts(
  { set, here, search, pasted }: NumberList,
  { rented }: Address,
): FindingCounts {
  const { checked, open } = useChecks();
  const [viewRows] = useState(createRowViewer);
  return useMemo(() => {
    if (checked?.set !== set) return none;
    const test = pasted && pastedTest(set, pasted);
    const question = { selection: here, search, rented, sort: null, test };
    const positions = viewRows(set, question).positions();
    return { counts: countFindings(checked, open, positions), rows: positions.length };
  }, [checked, open, set, here, search, pasted, rented, viewRows]);
}
