import { isColumnId } from '../fields/columns.tsx';
import type { Sort } from '../fields/sort.ts';

/** How a column is sorted, in the words of `aria-sort`. */
export function sortDirection(sort: Sort | null, column: string) {
  if (sort?.column !== column) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}

/** The sort after a click on a header: ascending, then descending, then the list's own order. */
export function nextSort(sort: Sort | null, column: string): Sort | null {
  const direction = sortDirection(sort, column);
  if (direction === 'descending' || !isColumnId(column)) return null;
  return { column, descending: direction === 'ascending' };
}
