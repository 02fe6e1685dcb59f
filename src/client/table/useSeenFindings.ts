import { useEffect, useRef, useState } from 'react';
import * as v from 'valibot';
import { readTaste, writeTaste } from '../lib/taste.ts';
import type { NumberList } from '../list/useNumberList.ts';

const storageKey = 'findings';

/**
 * Whether the checks find anything in this account. Stored, so that the column is decided before the
 * first row, and not taken back for a filter: the rest of the table would move.
 */
export function useSeenFindings({ marks, set, selection }: NumberList): boolean {
  const [hasFindings, setHasFindings] = useState(() => readTaste(storageKey, v.boolean(), true));
  const isCertain = useRef(false);
  const isAny = marks?.isAnyFound ?? false;
  const areChecked = marks !== null && marks.count > 0 && marks.count === set.rows.length;
  const isAll = Object.keys(selection).length === 0;
  useEffect(() => {
    if (isCertain.current || (!isAny && !(areChecked && isAll))) return;
    isCertain.current = isAny;
    setHasFindings(isAny);
    writeTaste(storageKey, isAny);
  }, [isAny, areChecked, isAll]);
  return hasFindings;
}
