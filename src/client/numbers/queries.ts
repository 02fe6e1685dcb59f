import { type InfiniteData, infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { filterEntries, type NumberFilters } from '#contract/filters.ts';
import { numberPageSchema } from '#contract/number.ts';
import { routes } from '#contract/routes.ts';
import { sessionSchema } from '#contract/session.ts';
import { getJson } from '../lib/api.ts';
import { ApiError } from '../lib/api-error.ts';
import { catchUp, type ListPage } from './rows/catch-up.ts';
import { goesOn } from './rows/goes-on.ts';

interface ListQuery {
  filters: NumberFilters;
  /** How often the reader has refreshed: another list each time. */
  refreshes: number;
}

interface PageQuery {
  filters: NumberFilters;
  cursor: string | null;
  /** Around the server's memory of recent pages. */
  isFresh: boolean;
}

function getPage({ filters, cursor, isFresh }: PageQuery, signal: AbortSignal) {
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

const sessionRetryMs = 5000;

const isPassing = (error: unknown) => error instanceof ApiError && error.code !== 'unauthenticated';

/** Only the way to our own server is tried again here; the server itself retries Apifonica. */
export const retryOwnServer = (failures: number, error: unknown) =>
  failures < 2 && error instanceof ApiError && error.code === 'server_unreachable';

export const numberQueries = {
  /** The rented numbers for exact filters, page after page. A list read once stays as it is until Refresh. */
  list: ({ filters, refreshes }: ListQuery) =>
    infiniteQueryOptions({
      queryKey: ['numbers', 'list', filters, refreshes],
      async queryFn({ pageParam, signal, client, queryKey }): Promise<ListPage> {
        const loaded = client.getQueryData<InfiniteData<ListPage>>(queryKey);
        const isFresh = refreshes > 0;
        try {
          const page = await getPage({ filters, cursor: pageParam, isFresh }, signal);
          if (goesOn(page, loaded)) return page;
        } catch (error) {
          if (pageParam === null || !isLostPlace(error)) throw error;
          const walk = (cursor: string | null) => getPage({ filters, cursor, isFresh }, signal);
          return catchUp(loaded?.pages ?? [], walk);
        }
        throw new ApiError('upstream_contract', 'Apifonica’s pages lead back to earlier ones.');
      },
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.next,
      // Comparing every page with itself would make appending slower the longer the list is.
      structuralSharing: false,
    }),

  /** One number, wherever it is in the list. */
  one: (number: string, refreshes: number) =>
    queryOptions({
      queryKey: ['numbers', 'one', number, refreshes],
      queryFn: async ({ signal }) =>
        (await getPage({ filters: { number }, cursor: null, isFresh: refreshes > 0 }, signal))
          .numbers[0] ?? null,
    }),

  session: () =>
    queryOptions({
      queryKey: ['session'],
      queryFn: ({ signal }) => getJson(routes.session, sessionSchema, { signal }),
      // Which account this is must not stay unknown because the server was away for a moment.
      refetchInterval: ({ state }) => (isPassing(state.error) ? sessionRetryMs : false),
    }),
};
