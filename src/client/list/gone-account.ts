import { createStore, useStore } from '../lib/store.ts';

interface GoneAccount {
  /** The id of the account that the page has left. */
  gone: string;
  /** The name of the account that the page shows instead. */
  now: string;
  /** The id of that account in the address; null where it is the only one. */
  account: string | null;
}

const store = createStore<GoneAccount | null>(() => null);

/** Says which account the page has left because it is not available; null ends the notice. */
export const { set: setGoneAccount } = store;

/** The notice of an account; it says nothing of any other one. */
export function useGoneAccount(account: string | null): GoneAccount | null {
  const notice = useStore(store);
  return notice?.account === account ? notice : null;
}
