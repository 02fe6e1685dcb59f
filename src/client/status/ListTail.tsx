import type { Content } from '#jsx/jsx-runtime';
import type { ColumnId } from '../fields/columns.tsx';
import { ofKept } from '../list/kept-words.ts';
import { listActions } from '../list/list-actions.ts';
import { isComplete } from '../list/scope.ts';
import { searchProgressWords, searchWords } from '../list/scope-words.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { useSearchAll } from '../list/useSearchAll.ts';
import { SkeletonRows } from '../table/SkeletonRows.tsx';
import { Button } from '../ui/Button.tsx';
import * as common from '../words/common.ts';
import * as words from '../words/list.ts';

interface ListTailProps {
  list: NumberList;
  columns: readonly ColumnId[];
  /** Whether only matching rows of the loaded ones are shown. */
  isSearched: boolean;
  isSorted: boolean;
}

const Line = ({ children }: { children: Content }) => (
  <div className="sticky left-0 flex max-w-[100cqw] flex-wrap items-center gap-3 px-3 pt-3 pb-16 text-muted">
    {children}
  </div>
);

/** The end of the table: rows being loaded, a button to continue, or the end of the list. */
export function ListTail({ list, columns, isSearched, isSorted }: ListTailProps) {
  const { scope, shown, isFetching, isNarrowed, loadMore } = list;
  const search = useSearchAll(list);
  const { main } = listActions(list, search);
  const found = words.sentence(searchWords(scope, shown.length));
  if (shown.length === 0) return null;
  // Room for the notice that covers the end of the list.
  if (scope.status === 'stopped') return <div className="h-20" />;
  if (scope.status === 'complete') {
    if (isNarrowed) return <Line>{found}</Line>;
    return (
      <Line>
        {ofKept(
          scope,
          isComplete(scope)
            ? words.endOf(scope.loaded)
            : words.endWithout(scope.loaded, scope.skipped),
        )}
      </Line>
    );
  }
  const isSearching = search.phase === 'searching';
  if (scope.status === 'walking' && !isSearching) {
    return (
      <Line>
        {isNarrowed && <span>{found}</span>}
        <span>{words.loadingGoesOn}</span>
      </Line>
    );
  }
  if (scope.status === 'paused') {
    return (
      <Line>
        <span>{isNarrowed ? `${found} ${words.loadingPaused}` : words.loadingPaused}</span>
        {main && <Button onClick={main.run}>{main.label}</Button>}
      </Line>
    );
  }
  if (isSearched) {
    return (
      <Line>
        <span>
          {isSearching
            ? words.sentence(words.searchProgress(searchProgressWords(scope, shown.length)))
            : found}
        </span>
        {(isSearching || search.canStart) && (
          <Button onClick={isSearching ? search.stop : search.start}>
            {isSearching ? words.stopSearching : words.searchAll}
          </Button>
        )}
      </Line>
    );
  }
  if (isSorted) {
    return (
      <Line>
        <span>{words.endOfLoaded}</span>
        <Button disabled={isFetching} onClick={loadMore}>
          {isFetching ? words.loadingNext : common.loadTheNext}
        </Button>
      </Line>
    );
  }
  // Another tail for every length: rows take the place of this one, it does not move below them.
  return <SkeletonRows key={shown.length} columns={columns} count={3} isLoading={isFetching} />;
}
