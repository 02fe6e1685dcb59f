import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { NumberSelection } from '#contract/selection.ts';
import { ApiError } from '../lib/api-error.ts';
import type { ListPage } from './catch-up.ts';
import { type ListSource, type Refreshing, toApiError } from './list-state.ts';
import { createPageMerger } from './merge-pages.ts';
import { type ListQuery, numberQueries } from './queries.ts';
import type { Scope } from './scope.ts';

const noPages: readonly ListPage[] = [];

const endless = new ApiError('pages_loop');

/** Reads the first page of a list anew, then lets `onRead` turn to the new list. */
function useRefreshing(selection: NumberSelection, onRead: (refreshes: number) => void) {
  const client = useQueryClient();
  const asked = useRef<ListQuery>({ selection, refreshes: 0 });
  const { mutate, reset, variables, status, error, submittedAt } = useMutation({
    mutationFn: (list: ListQuery) => client.infiniteQuery(numberQueries.list(list)),
    // The server may run on this machine and be reachable without a network.
    networkMode: 'always',
    onSuccess(_, list) {
      // The reader may be at another list by now.
      if (list.selection === selection) onRead(list.refreshes);
    },
  });
  const isOurs = variables?.selection === selection;
  const isRunning = isOurs && status === 'pending';
  const refreshing = useMemo((): Refreshing | null => {
    if (isRunning) return { status: 'running', pace: null };
    if (isOurs && error) return { status: 'stopped', error: toApiError(error), at: submittedAt };
    return null;
  }, [isRunning, isOurs, error, submittedAt]);

  const refresh = useCallback(() => {
    if (isRunning) return;
    asked.current = { selection, refreshes: asked.current.refreshes + 1 };
    mutate(asked.current);
  }, [mutate, selection, isRunning]);
  const stopRefreshing = useCallback(() => {
    if (isRunning)
      void client.cancelQueries({ queryKey: numberQueries.list(asked.current).queryKey });
    reset();
  }, [client, reset, isRunning]);
  return { refreshing, refresh, stopRefreshing };
}

/** Reads a selection page by page; sends no request while disabled. */
export function usePagedList(selection: NumberSelection, enabled: boolean) {
  const [refreshes, setRefreshes] = useState(0);
  const { refreshing, refresh, stopRefreshing } = useRefreshing(selection, setRefreshes);
  const {
    data,
    error,
    isError,
    isFetching: isFetchingPage,
    hasNextPage,
    dataUpdatedAt,
    errorUpdatedAt,
    fetchNextPage,
    refetch,
  } = useInfiniteQuery({ ...numberQueries.list({ selection, refreshes }), enabled });

  const [merge] = useState(createPageMerger);
  const isFirst = data === undefined;
  const pages = data?.pages ?? noPages;
  const { set, skipped, isEndless } = useMemo(() => merge(pages), [merge, pages]);
  const loaded = set.rows.length;

  const isFetching = isFetchingPage || refreshing?.status === 'running';
  const pageFailure = isError ? toApiError(error) : isEndless ? endless : null;
  const failure = isFetching ? null : pageFailure;
  const failedAt = Math.max(errorUpdatedAt, dataUpdatedAt);
  const scope = useMemo((): Scope => {
    if (failure) return { status: 'stopped', loaded, at: failedAt, error: failure };
    if (isFirst) return { status: 'loading' };
    if (hasNextPage) return { status: 'partial', loaded };
    return { status: 'complete', loaded, skipped, at: dataUpdatedAt };
  }, [failure, failedAt, isFirst, hasNextPage, loaded, skipped, dataUpdatedAt]);

  /**
   * Requests the next page, or repeats the request that failed. The table asks in an effect, and
   * its effects run before the one in which Query follows to another list: hence the microtask.
   */
  const loadMore = useCallback(() => {
    if (isFetching) return;
    queueMicrotask(() => {
      if (isFirst) void refetch({ cancelRefetch: false });
      else if (hasNextPage) void fetchNextPage({ cancelRefetch: false });
    });
  }, [isFetching, isFirst, hasNextPage, refetch, fetchNextPage]);

  return useMemo(() => {
    const source: ListSource = {
      selection,
      set,
      scope,
      skipped,
      restarted: pages.filter((page) => page.restarted).length,
      refreshing,
      changes: null,
      isInventory: false,
      isFetching,
      hasMore: hasNextPage,
      loadMore,
      // Without a first page there is nothing to keep meanwhile.
      refresh: isFirst ? loadMore : refresh,
      stopRefreshing,
    };
    return { source, refreshes };
  }, [
    selection,
    set,
    scope,
    skipped,
    pages,
    refreshing,
    isFetching,
    hasNextPage,
    loadMore,
    isFirst,
    refresh,
    stopRefreshing,
    refreshes,
  ]);
}
