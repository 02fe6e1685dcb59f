import { useEffect, useRef, useState } from 'react';
import * as v from 'valibot';
import type { RentedNumber } from '#contract/number.ts';
import { readTaste, writeTaste } from '../../lib/taste.ts';

const storageKey = 'names';

/**
 * Whether this account names its numbers. Remembered, so that the column is there or not before the
 * first row is, and never taken back while the page is open: columns that come and go with every
 * filter would move the rest of the table.
 */
export function useSeenNames(rows: readonly RentedNumber[]): boolean {
  const [hasNames, setHasNames] = useState(() => readTaste(storageKey, v.boolean(), true));
  const isCertain = useRef(false);
  useEffect(() => {
    if (isCertain.current || rows.length === 0) return;
    const isNamed = rows.some((row) => row.name);
    isCertain.current = isNamed;
    setHasNames(isNamed);
    writeTaste(storageKey, isNamed);
  }, [rows]);
  return hasNames;
}
