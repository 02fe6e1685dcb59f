import { QueryClient } from '@tanstack/react-query';
import { retryOwnServer } from '../list/queries.ts';

/** How long a list that was left is kept for its reader's return. */
const keptMs = 60 * 60 * 1000;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // A list stays as it was read until somebody refreshes it.
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: keptMs,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: retryOwnServer,
      // The server may run on this machine and be reachable without a network.
      networkMode: 'always',
    },
  },
});
