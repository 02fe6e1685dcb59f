import { useEffect, useState } from 'react';
import type { NumberList } from './useNumberList.ts';

/** Loads page after page until one more row is found, the list ends, something fails, or it is stopped. */
export function useSearchTheRest({ shown, scope, loadMore }: NumberList, question: string) {
  const [run, setRun] = useState<{ question: string; found: number } | null>(null);
  const isGoingOn =
    run !== null &&
    run.question === question &&
    shown.length === run.found &&
    (scope.status === 'partial' || scope.status === 'loading');

  useEffect(() => {
    if (isGoingOn) loadMore();
  }, [isGoingOn, loadMore]);

  return {
    isSearching: isGoingOn,
    start: () => setRun({ question, found: shown.length }),
    stop: () => setRun(null),
  };
}

export type SearchTheRest = ReturnType<typeof useSearchTheRest>;
