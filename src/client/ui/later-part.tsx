import type { Component, Elements } from '#jsx/jsx-runtime';
import { createStore, useStore } from '../lib/store.ts';
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
  const store = createStore<{ Part: Component<P> } | { failure: unknown } | null>(() => null);
  afterFirstRows(load).then(
    (Part) => store.set({ Part }),
    (failure: unknown) => store.set({ failure }),
  );

  // biome-ignore lint/correctness/noComponentHookFactories: made once for each part, where modules begin.
  return function LaterPart({ placeholder = null, ...props }: P & Placeholder) {
    const loaded = useStore(store);
    if (loaded === null) return placeholder;
    if ('failure' in loaded) throw loaded.failure;
    const { Part } = loaded;
    // The placeholder is a prop of this component; the others are props of the part.
    return <Part {...(props as unknown as P)} />;
  };
}
