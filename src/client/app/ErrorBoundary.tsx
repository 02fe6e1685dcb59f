import { Component } from 'react';
import type { Elements } from '#jsx/jsx-runtime';
import { Button } from '../ui/Button.tsx';
import * as words from '../words/app.ts';

/** Replaces the page after an error, or when a part of it could not be loaded. */
export class ErrorBoundary extends Component<{ children: Elements }, { hasFailed: boolean }> {
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
