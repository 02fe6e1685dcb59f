import { useMemo, useState } from 'react';
import type { Address } from '../address.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { createRowViewer } from '../rows/row-view.ts';
import { useChecks } from './checks-store.tsx';
import { countFindings } from './open-findings.ts';

const nothing = {};
const none: ReadonlyMap<string, number> = new Map();

/** How many rows each filter by checks would leave, among those that match all the other filters. */
export function useFindingCounts({ set, selection, held }: NumberList, { q, rented }: Address) {
  const { checked, open } = useChecks();
  const [viewRows] = useState(createRowViewer);
  const isHere = held !== null;
  return useMemo(() => {
    if (checked?.set !== set) return none;
    const question = { selection: isHere ? selection : nothing, search: q, rented, sort: null };
    return countFindings(checked, open, viewRows(set, question).positions());
  }, [checked, open, set, selection, isHere, q, rented, viewRows]);
}
