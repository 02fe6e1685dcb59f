import { Component, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';

/** What stands in for a page that had an error, or a part of which could not be loaded. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
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
        <h1 className="text-base font-semibold">The page had an error</h1>
        <p className="text-muted">
          Perhaps the dashboard server was updated. What the address bar says is kept.
        </p>
        <Button onClick={() => location.reload()}>Load the page again</Button>
      </main>
    );
  }
}
