import { QueryClientProvider } from '@tanstack/react-query';
import { Component, type MouseEvent } from 'react';
import type { Elements } from '#jsx/jsx-runtime';
import { useAddress } from '../address/address-bar.ts';
import { useSignInState } from '../lib/sign-in-state.ts';
import { NumbersPage } from '../page/NumbersPage.tsx';
import { Button } from '../ui/Button.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { laterPart } from '../ui/later-part.tsx';
import * as words from '../words/app.ts';
import { Mark } from './Mark.tsx';
import { queryClient } from './query-client.ts';

const mainId = 'main';

/** Focuses the active cell of the table, or all that stands in the place of a table. */
function skip(event: MouseEvent) {
  event.preventDefault();
  const main = document.getElementById(mainId);
  const cell = main?.querySelector<HTMLElement>('[role=grid] [tabindex="0"]');
  // Only a skip gives it the focus: a press beside its controls does not.
  if (main && !cell) main.tabIndex = -1;
  (cell ?? main)?.focus();
}

/** The first stop of Tab, seen while it has the focus: it leads past everything above the table. */
function SkipLink() {
  const { show } = useAddress();
  return (
    <a
      href={`#${mainId}`}
      onClick={skip}
      data-skip
      className="fixed -top-12 left-2 z-40 rounded-md bg-raised px-3 py-1.5 font-medium focus:top-2 focus:shadow-pop"
    >
      {show === 'overview' ? words.skipToOverview : words.skipToTable}
    </a>
  );
}

/** Replaces the page after an error, or when a part of it could not be loaded. */
class ErrorBoundary extends Component<{ children: Elements }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <main
        role="alert"
        className="grid h-full place-content-center justify-items-center gap-3 p-6"
      >
        <h1 className="text-base font-semibold">{words.pageFailed}</h1>
        <p className="text-muted">{words.pageFailedDetail}</p>
        <Button onClick={() => location.reload()}>{words.loadPageAgain}</Button>
      </main>
    );
  }
}

const tools = () => import('./tools.ts');
const TopBarParts = laterPart(async () => (await tools()).TopBarParts);

/** The head of the page. */
function TopBar() {
  return (
    <header className="flex h-12 shrink-0 items-center gap-3 border-b border-line px-4 phone:gap-2 phone:pr-3">
      <Mark />
      <span className="font-semibold whitespace-nowrap max-[359px]:sr-only phone:text-base">
        {words.product}
      </span>
      <TopBarParts />
    </header>
  );
}

const Toasts = laterPart(async () => (await tools()).Toasts);
const SignInDialog = laterPart(async () => (await tools()).SignInDialog);

/** Asks for the password over the page once the server wants one. */
function SignIn() {
  const { isSignedOut } = useSignInState();
  return isSignedOut && <SignInDialog />;
}

/** One list: of an account, now or at a moment. Nothing on screen is carried over to another list. */
function ListPage() {
  const { account, snapshot } = useAddress();
  return <NumbersPage key={`${account} ${snapshot}`} />;
}

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <ErrorBoundary>
        <div className="flex h-full flex-col pt-[env(safe-area-inset-top)] pr-[env(safe-area-inset-right)] pl-[env(safe-area-inset-left)]">
          <SkipLink />
          <TopBar />
          <ListPage />
        </div>
        <SignIn />
        <Toasts />
      </ErrorBoundary>
      <LiveRegion />
    </QueryClientProvider>
  );
}
