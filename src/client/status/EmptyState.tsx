import type { Elements } from '#jsx/jsx-runtime';
import type { Address } from '../address/address.ts';
import { setAddress } from '../address/address-bar.ts';
import { leaveSearch } from '../address/search-step.ts';
import { backToNow } from '../address/snapshots.ts';
import { clearFilters } from '../filters/clear-filters.ts';
import type { FailureCode } from '../lib/api-error.ts';
import { isChecking } from '../list/check-marks.ts';
import { failureWords } from '../list/failure-words.ts';
import { momentWords, ofKept, readWords } from '../list/kept-words.ts';
import { listActions } from '../list/list-actions.ts';
import { isComplete, isPast, type Scope } from '../list/scope.ts';
import { loadingWords, searchProgressWords, searchWords } from '../list/scope-words.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { useSearchAll } from '../list/useSearchAll.ts';
import { Button } from '../ui/Button.tsx';
import { numbers } from '../words/common.ts';
import * as kept from '../words/kept.ts';
import * as words from '../words/list.ts';
import { RequestId, RetryButton } from './RetryButton.tsx';
import { AmongGone, LastWholeList } from './Snapshots.tsx';
import { soughtWords } from './sought-words.ts';

interface EmptyStateProps {
  list: NumberList;
  address: Address;
  isFiltered: boolean;
  /** Where else a number can be looked for. */
  children?: Elements;
}

interface PanelProps {
  title: string;
  detail?: string | undefined;
  role?: 'alert';
  children?: Elements;
}

/** What stands in the place of rows. */
export function Panel({ title, detail, role, children }: PanelProps) {
  return (
    <div className="absolute top-8 right-(--covered,0px) bottom-0 left-0 grid place-content-center p-6">
      <div role={role} className="grid max-w-md justify-items-center gap-2 text-center">
        <h2 className="text-base font-semibold">{title}</h2>
        {detail && <p className="text-muted">{detail}</p>}
        <div className="mt-2 flex flex-wrap items-center justify-center gap-2">{children}</div>
      </div>
    </div>
  );
}

/** Says what was searched for in vain, and in which rows. */
const restWords: Partial<Record<Scope['status'], string>> = {
  partial: words.moreNotLoaded,
  paused: words.moreNotLoaded,
  stopped: words.moreNotLoaded,
  walking: words.restArrives,
};

/** Failures that another try does not mend. */
const neverComes: readonly FailureCode[] = ['snapshot_gone', 'history_off'];

/** The table without a row: why, and what helps. Never "no results" while more exist. */
export function EmptyState({ list, address, isFiltered, children }: EmptyStateProps) {
  const { number, q: search } = address;
  const { scope, set, isNarrowed, loadMore } = list;
  const all = useSearchAll(list);
  const { main } = listActions(list, all);
  const isSearching = all.phase === 'searching';
  const hasRows = set.rows.length > 0;
  // After a search for an exact number, its digits can be searched for in the loaded rows.
  const searchDigits = number !== null && (
    <Button onClick={() => setAddress({ number: null, q: number }, { history: 'push' })}>
      {words.lookInside}
    </Button>
  );
  const sought = number ?? search;
  const amongGone = sought !== null && isComplete(scope) && !isPast(scope) && (
    <AmongGone text={sought} />
  );

  if (scope.status === 'stopped' && !hasRows) {
    return (
      <Panel {...failureWords(scope.error)} role="alert">
        {!neverComes.includes(scope.error.code) && (
          <RetryButton key={scope.at} error={scope.error} onRetry={loadMore} />
        )}
        <LastWholeList error={scope.error} list={list} />
        {isPast(scope) && <Button onClick={backToNow}>{kept.backToNow}</Button>}
        <RequestId error={scope.error} />
      </Panel>
    );
  }
  if (scope.status === 'walking' && !hasRows && !isSearching) {
    return <Panel title={loadingWords(scope)} detail={words.rowsArrive} />;
  }
  if (isChecking(list) && hasRows) {
    return <Panel title={words.checkingRows} detail={words.findingsAppear} />;
  }
  if (isNarrowed && (hasRows || isSearching)) {
    const isPartial = scope.status === 'partial';
    return (
      <Panel {...searchPanel()}>
        {((isPartial && all.canStart) || isSearching) && (
          <Button onClick={isSearching ? all.stop : all.start}>
            {isSearching ? words.stopSearching : words.searchAll}
          </Button>
        )}
        {scope.status === 'paused' && main && <Button onClick={main.run}>{main.name}</Button>}
        {search !== null && <Button onClick={() => leaveSearch(true)}>{words.clearSearch}</Button>}
        {isFiltered && <Button onClick={clearFilters}>{words.clearFilters}</Button>}
        {searchDigits}
        {amongGone}
        {children}
      </Panel>
    );
  }
  if (scope.status === 'complete' && scope.skipped > 0) {
    return <Panel title={words.noneReadable} detail={words.noneReadableDetail(scope.skipped)} />;
  }
  if (isFiltered) {
    return (
      <Panel
        title={ofKept(scope, words.noneMatches)}
        detail={
          isPast(scope)
            ? kept.noneMatchesDetail
            : words.noneMatchesDetail(soughtWords(address, list))
        }
      >
        {searchDigits}
        {amongGone}
        {children}
        <Button onClick={clearFilters}>{words.clearFilters}</Button>
      </Panel>
    );
  }
  if (isPast(scope) && scope.status === 'complete') {
    return <Panel title={kept.noneRented(momentWords(scope.at))} detail={kept.noneRentedDetail} />;
  }
  return <Panel title={words.noneRented} detail={words.noneRentedDetail} />;

  function searchPanel(): Pick<PanelProps, 'title' | 'detail'> {
    if (isSearching) {
      return { title: words.searchingAll, detail: words.sentence(searchProgressWords(scope, 0)) };
    }
    if (all.phase === 'done' && scope.status === 'complete') {
      return {
        title: words.noMatchesFor(soughtWords(address, list)),
        detail: words.allSearched(numbers(scope.loaded), readWords(scope)),
      };
    }
    return { title: searchWords(scope, 0), detail: restWords[scope.status] };
  }
}
