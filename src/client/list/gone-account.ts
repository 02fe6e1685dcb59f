import { createStore, useStore } from '../lib/store.ts';

interface GoneAccount {
  /** The id of the account that the page has left. */
  gone: string;
  /** The name of the account that the page shows instead. */
  now: string;
}

const store = createStore<GoneAccount | null>(() => null);

/** Says which account the page has left because it is not available; null ends the notice. */
export const { set: setGoneAccount } = store;

export const useGoneAccount = () => useStore(store);
