import { type InfiniteData, infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { filterEntries, type NumberFilters } from '#contract/filters.ts';
import { numberPageSchema } from '#contract/number.ts';
import { routes } from '#contract/routes.ts';
import { type NumberSelection, selectionParts } from '#contract/selection.ts';
import { getJson } from '../lib/api.ts';
import { ApiError } from '../lib/api-error.ts';
import type { ListPage, ListPlace } from './catch-up.ts';
import { goesOn } from './goes-on.ts';

/** One number, wherever it is in the list; null when the account has none. */
export const oneNumberQuery = (number: string, refreshes: number) =>
  queryOptions({
    queryKey: ['numbers', 'one', number, refreshes],
    queryFn: async ({ signal }) => {
      const isFresh = refreshes > 0;
      return (
        (await getPage({ filters: { number }, cursor: null, isFresh }, signal)).numbers[0] ?? null
      );
    },
  });

export interface ListQuery {
  selection: NumberSelection;
  /** Counts refreshes; every refresh is a new list. */
  refreshes: number;
}

interface PageQuery {
  filters: NumberFilters;
  cursor: string | null;
  /** Bypasses the server's cache of recent pages. */
  isFresh: boolean;
}

/** One page of exact filters. */
export function getPage({ filters, cursor, isFresh }: PageQuery, signal: AbortSignal) {
  const searchParams = new URLSearchParams(filterEntries(filters));
  if (cursor !== null) searchParams.set('cursor', cursor);
  return getJson(routes.numbers, numberPageSchema, {
    searchParams,
    signal,
    ...(isFresh && { cache: 'reload' }),
  });
}

const isLostPlace = (error: unknown) =>
  error instanceof ApiError && (error.code === 'cursor_expired' || error.code === 'invalid_cursor');

/** Retries only a lost connection to our own server; the server retries Apifonica itself. */
export const retryOwnServer = (failures: number, error: unknown) =>
  failures < 2 && error instanceof ApiError && error.code === 'server_unreachable';

export const numberQueries = {
  /**
   * The rented numbers of a selection, page after page; its parts one after another, each from its
   * first page. A list read once stays as it is until Refresh.
   */
  list({ selection, refreshes }: ListQuery) {
    const parts = selectionParts(selection);
    return infiniteQueryOptions({
      queryKey: ['numbers', 'list', selection, refreshes],
      async queryFn({ pageParam: { part, cursor }, signal, client, queryKey }): Promise<ListPage> {
        const loaded = client.getQueryData<InfiniteData<ListPage, ListPlace>>(queryKey);
        const isFresh = refreshes > 0;
        // A place is made below, for a part there is.
        const filters = parts[part]!;
        try {
          const page = await getPage({ filters, cursor, isFresh }, signal);
          if (goesOn(page, loaded)) return page;
        } catch (error) {
          if (cursor === null || !isLostPlace(error)) throw error;
          const walk = (from: string | null) => getPage({ filters, cursor: from, isFresh }, signal);
          const ofPart = loaded?.pages.filter((_, at) => loaded.pageParams[at]?.part === part);
          const { catchUp } = await import('./catch-up.ts');
          return catchUp(ofPart ?? [], part, walk);
        }
        throw new ApiError('pages_loop');
      },
      initialPageParam: { part: 0, cursor: null } as ListPlace,
      getNextPageParam({ next }, _pages, { part }): ListPlace | null {
        if (next !== null) return { part, cursor: next };
        return part + 1 < parts.length ? { part: part + 1, cursor: null } : null;
      },
      // Comparing every page with itself would make appending slower the longer the list is.
      structuralSharing: false,
    });
  },
};
