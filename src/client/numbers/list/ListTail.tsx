import type { ReactNode } from 'react';
import { formatPlural } from '../../lib/format.ts';
import { Button } from '../../ui/Button.tsx';
import type { ColumnId } from '../columns.ts';
import { isComplete } from '../scope.ts';
import { searchWords } from '../scope-words.ts';
import { SkeletonRows } from '../table/SkeletonRows.tsx';
import type { NumberList } from './useNumberList.ts';
import type { SearchTheRest } from './useSearchTheRest.ts';

interface ListTailProps {
  list: NumberList;
  columns: readonly ColumnId[];
  /** Whether only what matches among the rows here is shown. */
  isSearched: boolean;
  isSorted: boolean;
  theRest: SearchTheRest;
}

const Line = ({ children }: { children: ReactNode }) => (
  <div className="sticky left-0 flex max-w-[100cqw] flex-wrap items-center gap-3 px-3 pt-3 pb-16 text-muted">
    {children}
  </div>
);

/** Below the last row: what is being loaded, how to go on, or that this was all. */
export function ListTail({ list, columns, isSearched, isSorted, theRest }: ListTailProps) {
  const { scope, shown, isFetching, isNarrowed, inventory, loadMore } = list;
  if (shown.length === 0) return null;
  // Room for the notice that lies over the end of the list.
  if (scope.status === 'stopped') return <div className="h-20" />;
  if (scope.status === 'complete') {
    if (isNarrowed) return <Line>{searchWords(scope, shown.length)}.</Line>;
    const count = formatPlural(scope.loaded, 'number');
    return (
      <Line>
        {isComplete(scope)
          ? `That is all ${count}.`
          : `That is the end: ${count}, ${formatPlural(scope.skipped, 'row')} left out.`}
      </Line>
    );
  }
  if (scope.status === 'walking') {
    return (
      <Line>
        {isNarrowed && <span>{searchWords(scope, shown.length)}.</span>}
        <span>Loading goes on; rows appear here as they arrive.</span>
      </Line>
    );
  }
  if (scope.status === 'paused') {
    return (
      <Line>
        <span>
          {isNarrowed ? `${searchWords(scope, shown.length)}. ` : ''}
          Loading is paused; Apifonica has more.
        </span>
        <Button onClick={() => void inventory.resume()}>Resume</Button>
      </Line>
    );
  }
  if (isSearched) {
    return (
      <Line>
        <span>{searchWords(scope, shown.length)}.</span>
        {theRest.isSearching ? (
          <Button onClick={theRest.stop}>Stop searching</Button>
        ) : (
          <Button onClick={theRest.start}>Search the rest</Button>
        )}
      </Line>
    );
  }
  if (isSorted) {
    return (
      <Line>
        <span>End of the loaded rows. Apifonica has more, not sorted yet.</span>
        <Button disabled={isFetching} onClick={loadMore}>
          {isFetching ? 'Loading…' : 'Load the next 20'}
        </Button>
      </Line>
    );
  }
  // Another tail for every length: rows take the place of this one, it does not move below them.
  return <SkeletonRows key={shown.length} columns={columns} count={3} />;
}
