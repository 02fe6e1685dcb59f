import { useSyncExternalStore } from 'react';

/** Whether the server has asked this page to sign in, and how often somebody has done so since. */
let state = { isSignedOut: false, signIns: 0 };
const listeners = new Set<() => void>();

function become(next: typeof state) {
  state = next;
  for (const listener of listeners) listener();
}

export const markSignedOut = () => {
  if (!state.isSignedOut) become({ ...state, isSignedOut: true });
};

export const markSignedIn = () => become({ isSignedOut: false, signIns: state.signIns + 1 });

export const useSignedOut = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
