import type { RentedNumber } from '#contract/number.ts';
import { searchTest } from './search-rows.ts';
import { type Sort, sortRows } from './sort-rows.ts';

export interface RowViewOptions {
  search: string | null;
  sort: Sort | null;
}

/**
 * The rows to show, in their order: what is loaded, narrowed by the search, then sorted. Without
 * either it is the very array that was given, however long.
 */
export function rowView(
  rows: readonly RentedNumber[],
  { search, sort }: RowViewOptions,
): readonly RentedNumber[] {
  const found = search === null ? rows : rows.filter(searchTest(search));
  return sort === null ? found : sortRows(found, sort);
}
