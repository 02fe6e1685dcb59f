import { queryOptions } from '@tanstack/react-query';
import { getPage } from './queries.ts';

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
