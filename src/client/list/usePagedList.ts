import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { NumberSelection } from '#contract/selection.ts';
import { ApiError } from '../lib/api-error.ts';
import { useAfterSignIn } from '../lib/useAfterSignIn.ts';
import type { ListPage } from './catch-up.ts';
import { createPageMerger } from './merge-pages.ts';
import { numberQueries } from './queries.ts';
import type { Scope } from './scope.ts';

const noPages: readonly ListPage[] = [];

/** A refresh of a list; the old list stays on screen until the new one arrives. */
interface Again {
  selection: NumberSelection;
  /** Why the refresh failed; null while it runs and after it succeeded. */
  error: ApiError | null;
  isHere?: true;
  at: number;
}

const endless = new ApiError('pages_loop');

const toApiError = (error: unknown) =>
  error instanceof ApiError ? error : new ApiError('page_failed');

/** Reads a selection page by page; sends no request while disabled. */
export function usePagedList(selection: NumberSelection, enabled: boolean) {
  const client = useQueryClient();
  const [refreshes, setRefreshes] = useState(0);
  const [lastAgain, setAgain] = useState<Again | null>(null);
  const again = lastAgain?.selection === selection ? lastAgain : null;
  const {
    data,
    error,
    isError,
    isFetching: isFetchingPage,
    hasNextPage,
    isPending,
    dataUpdatedAt,
    errorUpdatedAt,
    fetchNextPage,
    refetch,
  } = useInfiniteQuery({ ...numberQueries.list({ selection, refreshes }), enabled });

  const [merge] = useState(createPageMerger);
  const pages = data?.pages ?? noPages;
  const { set, skipped, isEndless } = useMemo(() => merge(pages), [merge, pages]);
  const loaded = set.rows.length;

  const isFetching = isFetchingPage || again?.error === null;
  const pageFailure = isError ? toApiError(error) : isEndless ? endless : null;
  const failure = again?.error ?? (isFetching ? null : pageFailure);
  const failedAt = again?.at ?? Math.max(errorUpdatedAt, dataUpdatedAt);
  const scope = useMemo((): Scope => {
    if (failure) return { status: 'stopped', loaded, at: failedAt, error: failure };
    if (isPending) return { status: 'loading' };
    if (hasNextPage) return { status: 'partial', loaded };
    return { status: 'complete', loaded, skipped, at: dataUpdatedAt };
  }, [failure, failedAt, isPending, hasNextPage, loaded, skipped, dataUpdatedAt]);

  const refresh = useCallback(async () => {
    const next = refreshes + 1;
    const become = (error: ApiError | null) => setAgain({ selection, error, at: Date.now() });
    become(null);
    try {
      await client.infiniteQuery(numberQueries.list({ selection, refreshes: next }));
      setAgain({ selection, error: null, at: 0, isHere: true });
    } catch (error) {
      become(toApiError(error));
    }
  }, [client, selection, refreshes]);

  // A first page of another selection is ignored, and no further page is requested before this one.
  const isHere = again?.isHere;
  useEffect(() => {
    if (!isHere) return;
    setRefreshes((count) => count + 1);
    setAgain(null);
  }, [isHere]);

  const isFirst = data === undefined;
  const hasToRefresh = again !== null;
  /**
   * Requests the next page, or repeats the request that failed. The table asks in an effect, and
   * its effects run before the one in which Query follows to another list: hence the microtask.
   */
  const loadMore = useCallback(() => {
    if (isFetching) return;
    queueMicrotask(() => {
      if (hasToRefresh) void refresh();
      else if (isFirst) void refetch({ cancelRefetch: false });
      else if (hasNextPage) void fetchNextPage({ cancelRefetch: false });
    });
  }, [isFetching, hasToRefresh, isFirst, hasNextPage, refresh, refetch, fetchNextPage]);

  useAfterSignIn(() => {
    if (failure?.code === 'unauthenticated') loadMore();
  });

  return {
    set,
    skipped,
    scope,
    isFetching,
    hasMore: hasNextPage,
    /** How many times the list was restarted after a lost cursor. */
    restarted: pages.filter((page) => page.restarted).length,
    loadMore,
    refreshes,
    refresh,
  };
}
