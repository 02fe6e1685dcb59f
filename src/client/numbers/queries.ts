import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { filterEntries, type NumberFilters } from '#contract/filters.ts';
import { type NumberPage, numberPageSchema } from '#contract/number.ts';
import { routes } from '#contract/routes.ts';
import { sessionSchema } from '#contract/session.ts';
import { getJson } from '../lib/api.ts';
import { ApiError } from '../lib/api-error.ts';
import { catchUp, type ListPage } from './rows/catch-up.ts';

function getPage(
  filters: NumberFilters,
  cursor: string | null,
  signal: AbortSignal,
): Promise<NumberPage> {
  const searchParams = new URLSearchParams(filterEntries(filters));
  if (cursor !== null) searchParams.set('cursor', cursor);
  return getJson(routes.numbers, numberPageSchema, { searchParams, signal });
}

const isLostPlace = (error: unknown) =>
  error instanceof ApiError && (error.code === 'cursor_expired' || error.code === 'invalid_cursor');

/** Only the way to our own server is tried again here; the server itself retries Apifonica. */
export const retryOwnServer = (failures: number, error: unknown) =>
  failures < 2 && error instanceof ApiError && error.code === 'server_unreachable';

export const numberQueries = {
  /** The rented numbers for exact filters, page after page. A list read once stays as it is until Refresh. */
  list: (filters: NumberFilters) =>
    infiniteQueryOptions({
      queryKey: ['numbers', 'list', filters],
      async queryFn({ pageParam, signal, client, queryKey }): Promise<ListPage> {
        try {
          return await getPage(filters, pageParam, signal);
        } catch (error) {
          if (pageParam === null || !isLostPlace(error)) throw error;
          const loaded = client.getQueryData<{ pages: ListPage[] }>(queryKey)?.pages ?? [];
          return catchUp(loaded, (cursor) => getPage(filters, cursor, signal));
        }
      },
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.next,
      // Comparing every page with itself would make appending slower the longer the list is.
      structuralSharing: false,
    }),

  /** One number, wherever it is in the list. */
  one: (number: string) =>
    queryOptions({
      queryKey: ['numbers', 'one', number],
      queryFn: async ({ signal }) => (await getPage({ number }, null, signal)).numbers[0] ?? null,
    }),

  session: () =>
    queryOptions({
      queryKey: ['session'],
      queryFn: ({ signal }) => getJson(routes.session, sessionSchema, { signal }),
    }),
};
