import { QueryClient } from '@tanstack/react-query';
import { retryOwnServer } from '../list/queries.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // A list that was read stays as it is until somebody asks for it again.
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: retryOwnServer,
      // The server may be on this very machine, where being offline says nothing about it.
      networkMode: 'always',
    },
  },
});
