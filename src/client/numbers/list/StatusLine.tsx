import { RotateCw } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { useIsSlow } from '../../ui/useIsSlow.ts';
import { columnSpec } from '../columns.ts';
import type { Sort } from '../rows/sort-rows.ts';
import { loadedWords, searchWords, sortWords } from '../scope.ts';
import type { NumberList } from './useNumberList.ts';

const slowMs = 3000;

interface StatusLineProps {
  list: NumberList;
  search: string | null;
  sort: Sort | null;
  onRefresh: () => void;
}

/** The foot of the page: how much is loaded, and what search and sort cover. */
export function StatusLine({ list, search, sort, onRefresh }: StatusLineProps) {
  const { scope, shown, isFetching } = list;
  const isSlow = useIsSlow(isFetching, slowMs);
  const hasRows = scope.status !== 'loading' && scope.loaded > 0;
  const covers = [
    search !== null && hasRows && searchWords(scope, shown.length),
    sort !== null && hasRows && sortWords(scope, columnSpec(sort.column).label),
  ].filter(Boolean);
  return (
    <section
      aria-label="What is loaded"
      className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-t border-line bg-rail px-4 py-1.5"
    >
      <span className="font-medium">{loadedWords(scope)}</span>
      {covers.length > 0 && <span className="text-muted">{covers.join(' · ')}</span>}
      {isSlow && <span className="text-warn">Waiting for Apifonica, which is slow to answer…</span>}
      <span className="ml-auto flex items-center gap-2">
        <Button onClick={onRefresh} disabled={scope.status === 'loading'}>
          <RotateCw aria-hidden size={13} />
          Refresh
        </Button>
      </span>
    </section>
  );
}
