import { queryOptions } from '@tanstack/react-query';
import { getPage } from './queries.ts';

/** One number, wherever it is in the list; null when the account has none. */
export const oneNumberQuery = (account: string | null, number: string, refreshes: number) =>
  queryOptions({
    queryKey: ['numbers', 'one', account, number, refreshes],
    queryFn: async ({ signal }) => {
      const page = { account, filters: { number }, cursor: null, isFresh: refreshes > 0 };
      return (await getPage(page, signal)).numbers[0] ?? null;
    },
  });
