import { createStore, useStore } from './store.ts';

/** Whether the server asks for a sign-in now, and how many sign-ins the page has seen since it was loaded. */
const store = createStore(() => ({ isSignedOut: false, signIns: 0 }));

export function markSignedOut() {
  if (!store.get().isSignedOut) store.set({ ...store.get(), isSignedOut: true });
}

export const markSignedIn = () =>
  store.set({ isSignedOut: false, signIns: store.get().signIns + 1 });

export const useSignInState = () => useStore(store);
