import { isColumnId } from '../fields/columns.ts';
import type { Sort } from '../fields/sort.ts';

/** How a column is sorted, in the words of `aria-sort`. */
export function sortDirection(sort: Sort | null, column: string) {
  if (sort?.column !== column) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}

/** What a click on a header asks for: ascending, then descending, then as the rows came. */
export function nextSort(sort: Sort | null, column: string): Sort | null {
  const direction = sortDirection(sort, column);
  if (direction === 'descending' || !isColumnId(column)) return null;
  return { column, descending: direction === 'ascending' };
}
