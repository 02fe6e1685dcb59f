import { useSyncExternalStore } from 'react';
import type { Component, Elements } from '#jsx/jsx-runtime';
import { afterFirstRows } from './after-first-rows.ts';

interface Placeholder {
  /** What stands in its place until it is loaded. */
  placeholder?: Elements;
}

/**
 * A component that is loaded once the first rows are there, shown or not. No `React.lazy`: what a
 * key opens has to be there when the next key is pressed, and a boundary waits before it reveals
 * what has been there all along.
 */
export function laterPart<P extends object>(load: () => Promise<Component<P>>) {
  let part: Component<P> | null = null;
  let failure: unknown = null;
  const listeners = new Set<() => void>();

  async function fetchPart() {
    try {
      part = await afterFirstRows(load);
    } catch (error) {
      failure = error;
    }
    for (const listener of listeners) listener();
  }
  void fetchPart();

  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const current = () => {
    if (failure !== null) throw failure;
    return part;
  };

  // biome-ignore lint/correctness/noComponentHookFactories: made once for each part, where modules begin.
  return function LaterPart({ placeholder = null, ...props }: P & Placeholder) {
    const Part = useSyncExternalStore(subscribe, current);
    // The placeholder is this component's own; the rest is what the part was given.
    return Part ? <Part {...(props as unknown as P)} /> : placeholder;
  };
}
