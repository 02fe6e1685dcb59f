import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { ApiError } from '../lib/api-error.ts';
import type { ListPage } from './catch-up.ts';
import type { ListSource } from './list-state.ts';
import { listsKey } from './queries.ts';
import { createRowSet } from './row-set.ts';

/** How often a server that does not answer is asked again. */
const retryMs = 5000;

/**
 * While the server cannot be reached, a list without rows of its own is answered from all rows of the
 * account that were loaded before, as a list that has stopped. The list takes over once its first page
 * comes.
 *
 * @param since when the first page of a list was requested in vain; null while nothing is known of it.
 */
export function useLoadedRows(
  account: string | null,
  list: ListSource,
  since: number | null,
): ListSource {
  const client = useQueryClient();
  const former = useRef<ListSource>(null);

  useEffect(() => {
    if (list.set.rows.length > 0) former.current = list;
  }, [list]);

  const rows = useMemo(() => {
    if (since === null || former.current === null) return null;
    const set = createRowSet(former.current.set.rows);
    const lists = client.getQueriesData<InfiniteData<ListPage>>({ queryKey: listsKey(account) });
    for (const [, data] of lists) {
      // A copy: the set writes shared values into its rows, and pages belong to Query's cache.
      for (const page of data?.pages ?? []) for (const row of page.numbers) set.put({ ...row });
    }
    return { asked: former.current.selection, set };
  }, [since, client, account]);

  const { loadMore } = list;
  const isAway = rows !== null;
  useEffect(() => {
    if (!isAway) return;
    const timer = setInterval(loadMore, retryMs);
    return () => clearInterval(timer);
  }, [isAway, loadMore]);

  return useMemo(() => {
    if (rows === null || since === null) return list;
    const { asked, set } = rows;
    const error = new ApiError('server_unreachable');
    return {
      ...list,
      selection: asked,
      set,
      scope: { status: 'stopped', loaded: set.rows.length, at: since, error },
      isAway: true,
      refresh: loadMore,
    };
  }, [rows, since, list, loadMore]);
}
