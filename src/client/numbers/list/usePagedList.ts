import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { NumberSelection } from '#contract/selection.ts';
import { ApiError } from '../../lib/api-error.ts';
import { useAfterSignIn } from '../../lib/useAfterSignIn.ts';
import { numberQueries } from '../queries.ts';
import type { ListPage } from '../rows/catch-up.ts';
import { createPageMerger } from '../rows/merge-pages.ts';
import type { Scope } from '../scope.ts';

const noPages: readonly ListPage[] = [];

const toApiError = (error: unknown) =>
  error instanceof ApiError ? error : new ApiError('page_failed');

/** A selection page by page, as Apifonica lists it; nothing is asked while it is not enabled. */
export function usePagedList(selection: NumberSelection, enabled: boolean) {
  const [refreshes, setRefreshes] = useState(0);
  const {
    data,
    error,
    isError,
    isFetching,
    hasNextPage,
    isPending,
    dataUpdatedAt,
    errorUpdatedAt,
    fetchNextPage,
    refetch,
  } = useInfiniteQuery({ ...numberQueries.list({ selection, refreshes }), enabled });

  const [merge] = useState(createPageMerger);
  const pages = data?.pages ?? noPages;
  const { set, skipped } = useMemo(() => merge(pages), [merge, pages]);
  const loaded = set.rows.length;

  const failure = isError && !isFetching ? toApiError(error) : null;
  const scope = useMemo((): Scope => {
    if (failure) return { status: 'stopped', loaded, at: errorUpdatedAt, error: failure };
    if (isPending) return { status: 'loading' };
    if (hasNextPage) return { status: 'partial', loaded };
    return { status: 'complete', loaded, skipped, at: dataUpdatedAt };
  }, [failure, errorUpdatedAt, isPending, hasNextPage, loaded, skipped, dataUpdatedAt]);

  const isFirst = data === undefined;
  /** Asks for the next page, or once more for the one that failed. */
  const loadMore = useCallback(() => {
    if (isFetching) return;
    if (isFirst) void refetch();
    else if (hasNextPage) void fetchNextPage();
  }, [isFetching, isFirst, hasNextPage, refetch, fetchNextPage]);

  useAfterSignIn(() => {
    if (failure?.code === 'unauthenticated') loadMore();
  });

  return {
    set,
    skipped,
    scope,
    isFetching,
    hasMore: hasNextPage,
    /** How many times the list had to be started again to go on. */
    restarted: pages.filter((page) => page.restarted).length,
    loadMore,
    refreshes,
    refresh: () => setRefreshes(refreshes + 1),
  };
}
