import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useSignedOut } from '../lib/signed-out.ts';
import { NumbersPage } from '../numbers/NumbersPage.tsx';
import { retryOwnServer } from '../numbers/queries.ts';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { laterPart } from '../ui/later-part.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { TopBar } from './TopBar.tsx';

const SignInDialog = laterPart(async () => (await import('./SignInDialog.tsx')).SignInDialog);

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

/** Asks for the password over whatever is on screen, once the server wants one. */
function SignIn() {
  const { isSignedOut } = useSignedOut();
  return isSignedOut && <SignInDialog />;
}

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <ErrorBoundary>
        <div className="flex h-full flex-col">
          <TopBar />
          <NumbersPage />
        </div>
        <SignIn />
      </ErrorBoundary>
      <LiveRegion />
    </QueryClientProvider>
  );
}
