import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { ApiError } from '../../lib/api-error.ts';
import { useAfterSignIn } from '../../lib/useAfterSignIn.ts';
import type { Address } from '../address.ts';
import { addressFilters } from '../address.ts';
import { numberQueries } from '../queries.ts';
import type { ListPage } from '../rows/catch-up.ts';
import { createRowSetMerger } from '../rows/row-set.ts';
import { rowView } from '../rows/row-view.ts';
import type { Scope } from '../scope.ts';

const noPages: readonly ListPage[] = [];

const toApiError = (error: unknown) =>
  error instanceof ApiError ? error : new ApiError('server_unexpected', 'The page had an error.');

/** The list for an address: what is loaded, what of it is shown, how far it reaches, how to go on. */
export function useNumberList({ number, country_code, type, voice, messaging, q, sort }: Address) {
  const [refreshes, setRefreshes] = useState(0);
  const filters = useMemo(
    () => addressFilters({ number, country_code, type, voice, messaging }),
    [number, country_code, type, voice, messaging],
  );
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
  } = useInfiniteQuery(numberQueries.list({ filters, refreshes }));

  const [merge] = useState(createRowSetMerger);
  const pages = data?.pages ?? noPages;
  const { rows, skipped } = useMemo(() => merge(pages), [merge, pages]);
  const shown = useMemo(() => rowView(rows, { search: q, sort }), [rows, q, sort]);

  const failure = isError && !isFetching ? toApiError(error) : null;
  const scope = useMemo((): Scope => {
    if (failure)
      return { status: 'stopped', loaded: rows.length, at: errorUpdatedAt, error: failure };
    if (isPending || !data) return { status: 'loading' };
    if (hasNextPage) return { status: 'partial', loaded: rows.length };
    return { status: 'complete', loaded: rows.length, skipped, at: dataUpdatedAt };
  }, [failure, errorUpdatedAt, isPending, data, hasNextPage, rows.length, skipped, dataUpdatedAt]);

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
    filters,
    rows,
    shown,
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

export type NumberList = ReturnType<typeof useNumberList>;
