import { QueryClientProvider } from '@tanstack/react-query';
import { useSignedOut } from '../lib/signed-out.ts';
import { NumbersPage } from '../page/NumbersPage.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { laterPart } from '../ui/later-part.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { queryClient } from './query-client.ts';
import { TopBar } from './TopBar.tsx';

const SignInDialog = laterPart(async () => (await import('./tools.ts')).SignInDialog);

/** Asks for the password over the page once the server wants one. */
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
