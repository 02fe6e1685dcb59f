import { useEffect, useRef, useState } from 'react';
import * as v from 'valibot';
import { readTaste, writeTaste } from '../lib/taste.ts';
import type { RowSet } from '../list/row-set.ts';
import type { NumberList } from '../list/useNumberList.ts';

/**
 * Whether this account names its numbers. Stored, so that the name column is decided before the first
 * row, and never taken back while the page is open: a column that came and went with every filter
 * would move the rest of the table.
 */
export function useSeenNames({ rows, columns }: RowSet): boolean {
  const [hasNames, setHasNames] = useState(() => readTaste('names', v.boolean(), true));
  const isCertain = useRef(false);
  const count = rows.length;
  useEffect(() => {
    if (isCertain.current || count === 0) return;
    const isNamed = columns.name.values.some(Boolean);
    isCertain.current = isNamed;
    setHasNames(isNamed);
    writeTaste('names', isNamed);
  }, [count, columns]);
  return hasNames;
}

/**
 * Whether the checks find anything in this account. Stored, so that the column is decided before the
 * first row, and not taken back for a filter: the rest of the table would move.
 */
export function useSeenFindings({ marks, set, selection }: NumberList): boolean {
  const [hasFindings, setHasFindings] = useState(() => readTaste('findings', v.boolean(), true));
  const isCertain = useRef(false);
  const isAny = marks?.isAnyFound ?? false;
  const areChecked = marks !== null && marks.count > 0 && marks.count === set.rows.length;
  const isAll = Object.keys(selection).length === 0;
  useEffect(() => {
    if (isCertain.current || (!isAny && !(areChecked && isAll))) return;
    isCertain.current = isAny;
    setHasFindings(isAny);
    writeTaste('findings', isAny);
  }, [isAny, areChecked, isAll]);
  return hasFindings;
}
