import { useMemo } from 'react';
import { needsPlan, useNumberPlan } from '../address/useNumberPlan.ts';
import type { RowsVersion } from './row-set.ts';
import type { Search } from './search-rows.ts';
import { searchedNumbers } from './searched-numbers.ts';

/** What a text in the address bar looks for among rows; pending while it may still mean more numbers. */
export function useSearch(q: string | null, version: RowsVersion) {
  const { plan, isPending } = useNumberPlan(needsPlan(q));
  const search = useMemo((): Search | null => {
    if (q === null) return null;
    const countries = version.set.columns.country_code.values;
    return { text: q, numbers: searchedNumbers(q, plan, countries) };
  }, [q, plan, version]);
  return { search, isPending };
}
