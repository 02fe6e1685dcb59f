import { useEffect, useRef, useState } from 'react';
import * as v from 'valibot';
import { readTaste, writeTaste } from '../lib/taste.ts';
import type { RowSet } from '../list/row-set.ts';

const storageKey = 'names';

/**
 * Whether this account names its numbers. Stored, so that the name column is decided before the first
 * row, and never taken back while the page is open: a column that came and went with every filter
 * would move the rest of the table.
 */
export function useSeenNames({ rows, columns }: RowSet): boolean {
  const [hasNames, setHasNames] = useState(() => readTaste(storageKey, v.boolean(), true));
  const isCertain = useRef(false);
  const count = rows.length;
  useEffect(() => {
    if (isCertain.current || count === 0) return;
    const isNamed = columns.name.values.some(Boolean);
    isCertain.current = isNamed;
    setHasNames(isNamed);
    writeTaste(storageKey, isNamed);
  }, [count, columns]);
  return hasNames;
}
