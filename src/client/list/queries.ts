import { type InfiniteData, infiniteQueryOptions } from '@tanstack/react-query';
import { accountEntries } from '#contract/account.ts';
import { filterEntries, type NumberFilters } from '#contract/filters.ts';
import { numberPageSchema } from '#contract/number.ts';
import { routes } from '#contract/routes.ts';
import { type NumberSelection, selectionParts } from '#contract/selection.ts';
import { getJson } from '../lib/api.ts';
import { ApiError } from '../lib/api-error.ts';
import type { ListPage } from './catch-up.ts';
import { goesOn } from './goes-on.ts';
import { firstTurn, nextTurn, type PageTurn } from './page-turns.ts';

export interface ListQuery {
  /** Null where there is one account. */
  account: string | null;
  selection: NumberSelection;
  /** Counts refreshes; every refresh is a new list. */
  refreshes: number;
}

interface PageQuery {
  account: string | null;
  filters: NumberFilters;
  cursor: string | null;
  /** Bypasses the server's cache of recent pages. */
  isFresh: boolean;
}

/** One page of exact filters. */
export function getPage({ account, filters, cursor, isFresh }: PageQuery, signal: AbortSignal) {
  const searchParams = new URLSearchParams([...accountEntries(account), ...filterEntries(filters)]);
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

/** The cached lists of one account begin with this key. */
export const listsKey = (account: string | null) => ['numbers', 'list', account] as const;

type Pages = InfiniteData<ListPage, PageTurn>;

/** The pages of one part of a selection. */
function ofPart({ pages, pageParams }: Pages, part: number): Pages {
  const isOfPart = (_: unknown, at: number) => pageParams[at]?.part === part;
  return { pages: pages.filter(isOfPart), pageParams: pageParams.filter(isOfPart) };
}

export const numberQueries = {
  /**
   * The rented numbers of a selection, page after page; several parts take turns. A list read once
   * stays as it is until Refresh.
   */
  list({ account, selection, refreshes }: ListQuery) {
    const parts = selectionParts(selection);
    // A refresh reads many pages before the cache has any of them.
    const begun: Pages = { pages: [], pageParams: [] };
    return infiniteQueryOptions<ListPage, Error, Pages, readonly unknown[], PageTurn>({
      queryKey: [...listsKey(account), selection, refreshes],
      async queryFn({ pageParam, signal, client, queryKey }) {
        const { part, cursor } = pageParam;
        const loaded = ofPart(client.getQueryData<Pages>(queryKey) ?? begun, part);
        const isFresh = refreshes > 0;
        // Every turn belongs to an existing part.
        const filters = parts[part]!;
        const walk = (from: string | null) =>
          getPage({ account, filters, cursor: from, isFresh }, signal);
        const page: ListPage = await walk(cursor).catch(async (error: unknown) => {
          if (cursor === null || !isLostPlace(error)) throw error;
          const { catchUp } = await import('./catch-up.ts');
          return catchUp(loaded.pages, part, walk);
        });
        if (!page.restarted && !goesOn(page, loaded)) throw new ApiError('pages_loop');
        begun.pages.push(page);
        begun.pageParams.push(pageParam);
        return page;
      },
      initialPageParam: firstTurn(parts.length),
      getNextPageParam: ({ next }, _pages, turn) => nextTurn(next, turn),
      // Comparing every page with itself would make appending slower the longer the list is.
      structuralSharing: false,
    });
  },
};
