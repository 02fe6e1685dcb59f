import type { Address } from '../address/address.ts';
import type { NumberList } from '../list/useNumberList.ts';

type Known = Pick<
  NumberList,
  'selection' | 'scope' | 'shown' | 'pasted' | 'compared' | 'isReading'
>;

/** What the page shows of a list, and what it waits for. */
export function pageState(list: Known, { show, q, check, rented, sort }: Address) {
  const { selection, scope, shown, pasted, compared } = list;
  const isSearched = q !== null || check !== null || rented !== null || pasted !== null;
  // A search or a sort over the loaded rows pauses automatic loading: the end of a short list is
  // always in view and would fetch page after page. Before the first row there is nothing to search
  // or sort, so pages without rows are read on.
  const isBeforeRows = scope.status === 'partial' && scope.loaded === 0;
  const isAwaited = scope.status === 'loading' || isBeforeRows;
  return {
    isHistory: show === 'history',
    isOverview: show === 'overview',
    isSearched,
    /** Whether the first rows are still awaited. */
    isAwaited,
    isEmpty: shown.length === 0 && !isAwaited && !list.isReading,
    mayLoadAhead: scope.status === 'partial' && (isBeforeRows || !(isSearched || sort !== null)),
    /** Differs with all that decides which rows are shown, and in which order. */
    question: JSON.stringify([
      selection,
      q,
      check,
      rented,
      sort,
      pasted?.lines.size,
      compared?.key,
    ]),
  };
}
