import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import type { Address } from '../address/address.ts';
import { activeFilters } from '../filters/active-filters.ts';
import { areUnchecked, isChecking } from '../list/check-marks.ts';
import { takingSnapshot } from '../list/history-words.ts';
import {
  loadedWords,
  partsWords,
  reachWords,
  searchedWords,
  searchProgressWords,
  searchWords,
  sortWords,
} from '../list/scope-words.ts';
import { useTakeSnapshot } from '../list/take-snapshot.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { useSearchAll } from '../list/useSearchAll.ts';
import { announce } from '../ui/announce.ts';
import * as words from '../words/list.ts';
import { LoadControls } from './LoadControls.tsx';
import { pastedWords } from './pasted-words.ts';
import { filterWords, soughtWords } from './sought-words.ts';
import { useAnnouncedScope } from './useAnnouncedScope.ts';
import { SlowRequest, WalkProgress } from './WalkProgress.tsx';

interface StatusLineProps {
  list: NumberList;
  address: Address;
  /** Changes when other rows are asked for. */
  question: string;
}

/** The foot of the page: how much is loaded, what search and sort cover, and how to load the rest. */
export function StatusLine({ list, address, question }: StatusLineProps) {
  const { scope, shown, isFetching, isReading } = list;
  const { sort } = address;
  const { phase } = useSearchAll(list);
  const isSearching = phase === 'searching';
  const isNarrowed = list.isNarrowed && !isReading;
  const isTakingSnapshot = useTakeSnapshot()?.isTaking === true;
  const hasRows = scope.status !== 'loading' && scope.loaded > 0;
  const { pasted, version, asked: requested } = list;
  const missing = useMemo(
    () => pastedWords({ pasted, set: version.set, scope, asked: requested }),
    [pasted, version, scope, requested],
  );
  const isFilterBehind = isNarrowed && isChecking(list);
  const isSortBehind = sort?.column === 'finding' && areUnchecked(list);
  const isBehind = isFilterBehind || isSortBehind;
  const asked = filterWords(activeFilters(list.asked, list.set));
  const reach = searchReach();
  const covers = [
    partsWords(list.parts, list.selection),
    isBehind && hasRows && words.checkingRowsNow,
    reach === null && isNarrowed && hasRows && !isFilterBehind && searchWords(scope, shown.length),
    sort !== null && hasRows && !isSortBehind && sortWords(scope, sort.column),
    hasRows && missing,
  ].filter((covered) => covered !== false && covered !== null);
  const isRefreshing = list.refreshing?.status === 'running';
  const wasRefreshing = useRef(false);
  const announceEnd = useEffectEvent(() => {
    // A walk's end and a failure have a notice, which is announced.
    if (list.refreshing === null && !list.isInventory) announce(loadedWords(scope, asked));
  });
  useEffect(() => {
    if (isRefreshing) announce(words.readingAgain);
    else if (wasRefreshing.current) announceEnd();
    wasRefreshing.current = isRefreshing;
  }, [isRefreshing]);
  useAnnouncedScope(
    scope.status,
    reach ?? reachWords(scope, asked),
    question,
    isBehind ? '' : covers.join(', '),
  );

  /** What a search of all numbers has read and found; null where nothing was searched. */
  function searchReach(): string | null {
    if (isSearching) return words.searchProgress(searchProgressWords(scope, shown.length));
    if (phase !== 'done' || scope.status !== 'complete' || isFilterBehind || isReading) return null;
    return searchedWords(scope, shown.length, soughtWords(address, list));
  }

  return (
    <section
      aria-label={words.whatIsLoaded}
      className="flex min-h-10 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-1.5 phone:min-h-11 phone:flex-nowrap phone:gap-x-2 phone:py-0 phone:pr-2 phone:text-xs"
    >
      <span className="contents phone:flex phone:min-w-0 phone:flex-1 phone:flex-wrap phone:gap-x-2">
        <span className="font-medium">{reach ?? loadedWords(scope, asked)}</span>
        <WalkProgress list={list} isSearching={isSearching} />
        {covers.length > 0 && (
          <span className="text-muted phone:text-2xs">{covers.join(' · ')}</span>
        )}
        <SlowRequest isAwaited={isFetching} />
        {isTakingSnapshot && <span className="text-muted">{takingSnapshot}</span>}
      </span>
      <span className="ml-auto flex items-center gap-2 phone:gap-0">
        <LoadControls list={list} />
      </span>
    </section>
  );
}
