import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type NumberSelection, selectionParts } from '#contract/selection.ts';
import { ApiError } from '../lib/api-error.ts';
import type { ListPage } from './catch-up.ts';
import { type ListSource, listFailure, type Refreshing } from './list-state.ts';
import { createPageMerger } from './merge-pages.ts';
import { partsUnasked } from './page-turns.ts';
import { type ListQuery, numberQueries } from './queries.ts';
import type { Scope } from './scope.ts';

const noPages: readonly ListPage[] = [];

const endless = new ApiError('pages_loop');

/** Parts whose first page is read before the reader scrolls, at the most. */
const mostAskedAhead = 20;

/** Reads as many pages of a list anew as are loaded, then lets `onRead` turn to the new list. */
function useRefreshing(
  account: string | null,
  selection: NumberSelection,
  pages: number,
  onRead: (refreshes: number) => void,
) {
  const client = useQueryClient();
  const latest = useRef<ListQuery | null>(null);
  const count = useRef(0);
  const { mutate, reset, variables, status, error, submittedAt } = useMutation({
    mutationFn: (list: ListQuery) =>
      client.infiniteQuery({ ...numberQueries.list(list), pages: Math.max(1, pages) }),
    // The server may run on this machine and be reachable without a network.
    networkMode: 'always',
    onSuccess(_, list) {
      // The reader may be at another list by now, or have stopped this refresh.
      if (list.selection === selection && list === latest.current) onRead(list.refreshes);
    },
    onSettled(_, _error, list) {
      if (list === latest.current) latest.current = null;
    },
  });
  const isOurs = variables?.selection === selection;
  const isRunning = isOurs && status === 'pending';
  const refreshing = useMemo((): Refreshing | null => {
    if (isRunning) return { status: 'running', pace: null };
    if (isOurs && error) return { status: 'stopped', error: listFailure(error), at: submittedAt };
    return null;
  }, [isRunning, isOurs, error, submittedAt]);

  const refresh = useCallback(() => {
    // A second press before the next render finds the first one here.
    if (latest.current?.selection === selection) return;
    count.current += 1;
    latest.current = { account, selection, refreshes: count.current };
    mutate(latest.current);
  }, [mutate, account, selection]);
  const stopRefreshing = useCallback(() => {
    if (latest.current) {
      void client.cancelQueries({ queryKey: numberQueries.list(latest.current).queryKey });
    }
    latest.current = null;
    reset();
  }, [client, reset]);
  return { refreshing, refresh, stopRefreshing };
}

/** Reads a selection page by page; sends no request while disabled. */
export function usePagedList(account: string | null, selection: NumberSelection, enabled: boolean) {
  const [refreshes, setRefreshes] = useState(0);
  const {
    data,
    error,
    failureReason,
    isError,
    isFetching: isFetchingPage,
    hasNextPage,
    dataUpdatedAt,
    errorUpdatedAt,
    fetchNextPage,
    refetch,
  } = useInfiniteQuery({ ...numberQueries.list({ account, selection, refreshes }), enabled });

  const [merge] = useState(createPageMerger);
  const isFirst = data === undefined;
  const pages = data?.pages ?? noPages;
  const { set, skipped, isEndless } = useMemo(() => merge(pages), [merge, pages]);
  const loaded = set.rows.length;
  const { refreshing, refresh, stopRefreshing } = useRefreshing(
    account,
    selection,
    // A page on its way belongs to the list too.
    pages.length + Number(isFetchingPage),
    setRefreshes,
  );

  const isFetching = isFetchingPage || refreshing?.status === 'running';
  const pageError = useMemo(() => (isError ? listFailure(error) : null), [isError, error]);
  const pageFailure = pageError ?? (isEndless ? endless : null);
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

  // Query forgets the reason when it tries again, and every other list has none yet. Until a page or
  // another failure comes, the server counts as unreachable.
  const [unreachableSince, setUnreachableSince] = useState<number | null>(null);
  const reason = failureReason === null ? null : listFailure(failureReason).code;
  const isUnreachable =
    isFirst && (reason === 'server_unreachable' || (reason === null && unreachableSince !== null));
  if (isUnreachable !== (unreachableSince !== null)) {
    setUnreachableSince(isUnreachable ? Date.now() : null);
  }

  const last = data?.pageParams.at(-1);
  const unasked = last === undefined ? 0 : partsUnasked(last);
  const areAwaited = unasked > 0 && pages.length < mostAskedAhead;
  const mayAskAhead = enabled && areAwaited && scope.status === 'partial';
  useEffect(() => {
    if (mayAskAhead) loadMore();
  }, [mayAskAhead, loadMore]);
  const parts = useMemo(() => selectionParts(selection).length, [selection]);

  return useMemo(() => {
    const source: ListSource = {
      selection,
      set,
      scope,
      parts: { all: parts, unasked, areAwaited },
      skipped,
      restarted: pages.filter((page) => page.restarted).length,
      refreshing,
      changes: null,
      isInventory: false,
      isAway: false,
      isFetching,
      hasMore: hasNextPage,
      loadMore,
      // Before the first page there are no rows to keep, so a refresh just requests it.
      refresh: isFirst ? loadMore : refresh,
      stopRefreshing,
    };
    return { source, refreshes, unreachableSince: enabled ? unreachableSince : null };
  }, [
    selection,
    set,
    scope,
    parts,
    unasked,
    areAwaited,
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
    enabled,
    unreachableSince,
  ]);
}
