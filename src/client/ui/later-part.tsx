import { useSyncExternalStore } from 'react';
import type { Component, Elements } from '#jsx/jsx-runtime';
import { afterFirstRows } from './after-first-rows.ts';

interface Placeholder {
  /** Shown until the part is loaded. */
  placeholder?: Elements;
}

/**
 * A component that is loaded after the first rows, whether it is shown or not. `React.lazy` does not
 * fit: a dialog that a key opens has to be there for the next key, and a Suspense boundary delays
 * content that is loaded already.
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
    // The placeholder is a prop of this component; the others are props of the part.
    return Part ? <Part {...(props as unknown as P)} /> : placeholder;
  };
}
