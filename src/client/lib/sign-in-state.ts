import { useEffect, useEffectEvent } from 'react';
import { createStore, useStore } from './store.ts';

/** Whether the server asks for a sign-in now, and how many sign-ins the page has seen since it was loaded. */
const store = createStore(() => ({ isSignedOut: false, signIns: 0 }));

export function markSignedOut() {
  if (!store.get().isSignedOut) store.set({ ...store.get(), isSignedOut: true });
}

export const markSignedIn = () =>
  store.set({ isSignedOut: false, signIns: store.get().signIns + 1 });

export const useSignInState = () => useStore(store);

/** Runs an effect after each sign-in, so that work stopped for want of one continues. */
export function useAfterSignIn(action: () => void): void {
  const { signIns } = useSignInState();
  const act = useEffectEvent(action);
  useEffect(() => {
    if (signIns > 0) act();
  }, [signIns]);
}
