import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { NuqsAdapter } from 'nuqs/adapters/react';
import { NumbersPage } from '../numbers/NumbersPage.tsx';
import { retryOwnServer } from '../numbers/queries.ts';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { SignInDialog } from './SignInDialog.tsx';
import { TopBar } from './TopBar.tsx';

const queryClient = new QueryClient({
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

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <NuqsAdapter>
        <div className="flex h-full flex-col">
          <TopBar />
          <NumbersPage />
        </div>
        <SignInDialog />
        <LiveRegion />
      </NuqsAdapter>
    </QueryClientProvider>
  );
}
