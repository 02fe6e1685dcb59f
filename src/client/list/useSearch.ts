import { useMemo } from 'react';
import { needsPlan, useNumberPlan } from '../address/useNumberPlan.ts';
import type { RowSet } from './row-set.ts';
import type { Search } from './search-rows.ts';
import { searchedNumbers } from './searched-numbers.ts';

/** What a text in the address bar looks for among rows; pending while it may still mean more numbers. */
export function useSearch(q: string | null, set: RowSet) {
  const { plan, isPending } = useNumberPlan(needsPlan(q));
  const countries = set.columns.country_code.values;
  const { length } = countries;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a set's countries grow in place, which their count says.
  const search = useMemo(
    (): Search | null =>
      q === null ? null : { text: q, numbers: searchedNumbers(q, plan, countries) },
    [q, plan, countries, length],
  );
  return { search, isPending };
}
