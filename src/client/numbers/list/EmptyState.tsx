import { type ReactNode, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { formatPlural } from '../../lib/format.ts';
import { Button } from '../../ui/Button.tsx';
import { isChecking } from '../checks/is-checking.ts';
import { failureWords } from '../failure-words.ts';
import type { Scope } from '../scope.ts';
import { searchWords } from '../scope-words.ts';
import { RequestId } from './RequestId.tsx';
import { RetryButton } from './RetryButton.tsx';
import type { NumberList } from './useNumberList.ts';
import type { SearchTheRest } from './useSearchTheRest.ts';

interface EmptyStateProps {
  list: NumberList;
  search: string | null;
  isFiltered: boolean;
  theRest: SearchTheRest;
  onClear: () => void;
  onClearSearch: () => void;
  /** Offered when an exact number was asked for: look for its digits among the loaded rows. */
  onSearchDigits: (() => void) | null;
  /** Rows are there again, and the button that had the focus is not. */
  onLoseFocus: () => void;
}

interface PanelProps {
  title: string;
  detail?: string | undefined;
  role?: 'alert';
  children?: ReactNode;
}

function Panel({ title, detail, role, children }: PanelProps) {
  return (
    <div className="absolute inset-0 top-8 grid place-content-center p-6">
      <div role={role} className="grid max-w-md justify-items-center gap-2 text-center">
        <h2 className="text-base font-semibold">{title}</h2>
        {detail && <p className="text-muted">{detail}</p>}
        <div className="mt-2 flex flex-wrap items-center justify-center gap-2">{children}</div>
      </div>
    </div>
  );
}

const more = 'Apifonica has more rows that are not loaded yet.';

/** What is not among the rows that were looked through. */
const restWords: Partial<Record<Scope['status'], string>> = {
  partial: more,
  paused: more,
  stopped: more,
  walking: 'The rest is being loaded and looked through as it arrives.',
};

function EmptyWords({
  list,
  search,
  isFiltered,
  theRest,
  onClear,
  onClearSearch,
  onSearchDigits,
}: Omit<EmptyStateProps, 'onLoseFocus'>) {
  const { scope, set, isNarrowed, inventory, loadMore } = list;
  const hasRows = set.rows.length > 0;

  if (scope.status === 'stopped' && !hasRows) {
    return (
      <Panel {...failureWords(scope.error)} role="alert">
        <RetryButton key={scope.at} error={scope.error} onRetry={loadMore} />
        <RequestId error={scope.error} />
      </Panel>
    );
  }
  if (scope.status === 'walking' && !hasRows) {
    return <Panel title="Loading the whole list" detail="Rows appear here as they arrive." />;
  }
  if (isChecking(list) && hasRows) {
    return <Panel title="Checking the loaded rows" detail="Those with findings appear here." />;
  }
  if (isNarrowed && hasRows) {
    const isPartial = scope.status === 'partial';
    return (
      <Panel title={searchWords(scope, 0)} detail={restWords[scope.status]}>
        {(isPartial || theRest.isSearching) && (
          <Button onClick={theRest.isSearching ? theRest.stop : theRest.start}>
            {theRest.isSearching ? 'Stop searching' : 'Search the rest'}
          </Button>
        )}
        {scope.status === 'paused' && (
          <Button onClick={() => void inventory.resume()}>Resume loading</Button>
        )}
        {search !== null && <Button onClick={onClearSearch}>Clear search</Button>}
        {isFiltered && <Button onClick={onClear}>Clear filters</Button>}
        {onSearchDigits && (
          <Button onClick={onSearchDigits}>Look for these digits inside numbers</Button>
        )}
      </Panel>
    );
  }
  if (scope.status === 'complete' && scope.skipped > 0) {
    return (
      <Panel
        title="No number could be read"
        detail={`Apifonica sent ${formatPlural(scope.skipped, 'row')} broken; the server’s log names the fields.`}
      />
    );
  }
  if (isFiltered) {
    return (
      <Panel
        title="No rented number matches these filters"
        detail="Apifonica was asked with exactly these filters, so this is the whole answer."
      >
        {onSearchDigits && (
          <Button onClick={onSearchDigits}>Look for these digits inside numbers</Button>
        )}
        <Button onClick={onClear}>Clear filters</Button>
      </Panel>
    );
  }
  return (
    <Panel
      title="This account rents no numbers"
      detail="Numbers appear here as soon as they are rented at Apifonica and the list is refreshed."
    />
  );
}

/** The table without a row: why, and what helps. Never "no results" while more exist. */
export function EmptyState({ onLoseFocus, ...props }: EmptyStateProps) {
  const place = useRef<HTMLDivElement>(null);
  const loseFocus = useEffectEvent(onLoseFocus);
  useLayoutEffect(() => {
    const element = place.current;
    return () => {
      if (element?.contains(document.activeElement)) loseFocus();
    };
  }, []);
  return (
    <div ref={place} className="contents">
      <EmptyWords {...props} />
    </div>
  );
}
