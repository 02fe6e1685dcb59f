import type { Elements } from '#jsx/jsx-runtime';
import type { Address } from '../address/address.ts';
import { setAddress } from '../address/address-bar.ts';
import { viewChange } from '../address/view-href.ts';
import { clearFilters } from '../filters/clear-filters.ts';
import { failureWords } from '../list/failure-words.ts';
import { useSession } from '../list/session-query.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { Panel } from '../status/EmptyState.tsx';
import { RequestId, RetryButton } from '../status/RetryButton.tsx';
import { Button } from '../ui/Button.tsx';
import { clearSearch } from '../words/filters.ts';
import * as listWords from '../words/list.ts';
import { SnapshotNow } from './SnapshotNow.tsx';
import type { Comparison } from './useComparison.ts';
import * as words from './words.ts';

interface EmptyHistoryProps {
  address: Address;
  list: NumberList;
  comparison: Comparison;
}

const push = (change: Partial<Address>) => setAddress(change, { history: 'push' });

const NewestTwo = () => (
  <Button onClick={() => push({ from: null, to: null })}>{words.compareNewest}</Button>
);

/** Why there is no difference to show, and what helps. */
export function EmptyHistory({ address, list, comparison }: EmptyHistoryProps) {
  const { history, failure, retry, days, compared } = comparison;
  const { data: session } = useSession();
  if (session?.has_history === false) {
    return (
      <Panel title={words.off} detail={words.offDetail}>
        <Button onClick={() => push(viewChange(null))}>{words.showTable}</Button>
      </Panel>
    );
  }
  if (failure !== null) {
    return (
      <Panel {...failureWords(failure)} role="alert">
        <RetryButton error={failure} onRetry={retry} />
        <RequestId error={failure} />
      </Panel>
    );
  }
  if (!history || days === null) return null;
  const { next, isTaking } = history;
  switch (days.kind) {
    case 'none':
      return (
        <Panel title={words.none} detail={isTaking ? words.takingFirst : words.noneDetail(next)}>
          <SnapshotNow isTaking={isTaking} />
        </Panel>
      );
    case 'one':
      return (
        <Panel title={words.one} detail={words.oneDetail(days.only, next)}>
          <SnapshotNow isTaking={isTaking} />
        </Panel>
      );
    case 'oldest':
      return (
        <Panel title={words.oldest} detail={words.oldestDetail(days.oldest)}>
          <Button onClick={() => push({ from: days.oldest.seq, to: null })}>
            {words.compareWithNewest}
          </Button>
        </Panel>
      );
    case 'same':
      return (
        <Panel title={words.same} detail={words.sameDetail}>
          <NewestTwo />
        </Panel>
      );
    case 'gone':
      return (
        <Panel title={words.gone} detail={words.goneDetail}>
          <NewestTwo />
        </Panel>
      );
    case 'pair':
      return withoutRows();
  }

  function withoutRows(): Elements {
    const { scope } = compared.source;
    if (scope.status === 'stopped') {
      const { error } = scope;
      return (
        <Panel {...failureWords(error)} role="alert">
          {error.code === 'snapshot_gone' ? (
            <NewestTwo />
          ) : (
            <RetryButton key={scope.at} error={error} onRetry={compared.source.loadMore} />
          )}
          <RequestId error={error} />
        </Panel>
      );
    }
    if (scope.status !== 'complete' || days?.kind !== 'pair' || list.compared !== compared) {
      return null;
    }
    if (scope.loaded === 0) {
      return (
        <Panel title={words.noDifferences} detail={words.noDifferencesDetail(days.from, days.to)} />
      );
    }
    const isFiltered = Object.keys(list.selection).length > 0 || address.rented !== null;
    return (
      <Panel title={words.noMatch(scope.loaded)}>
        {address.change !== null && (
          <Button onClick={() => push({ change: null })}>{words.allKinds}</Button>
        )}
        {address.q !== null && (
          <Button onClick={() => setAddress({ q: null })}>{clearSearch}</Button>
        )}
        {isFiltered && <Button onClick={clearFilters}>{listWords.clearFilters}</Button>}
      </Panel>
    );
  }
}
