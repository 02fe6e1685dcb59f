import { useEffect } from 'react';
import { routes } from '#contract/routes.ts';
import { http } from '../lib/api.ts';
import { createStore, useStore } from '../lib/store.ts';

const store = createStore(() => false);

/**
 * Whether the browser went offline and the server does not answer since then: a server on this machine
 * is reachable without a network.
 */
export const useIsCutOff = () => useStore(store);

/** Finds it out, for all who ask. */
export function useWatchCutOff(): void {
  useEffect(() => {
    const ask = () =>
      http.get(routes.livez).catch(() => {
        if (!navigator.onLine) store.set(true);
      });
    const goOn = () => store.set(false);
    addEventListener('offline', ask);
    addEventListener('online', goOn);
    return () => {
      removeEventListener('offline', ask);
      removeEventListener('online', goOn);
    };
  }, []);
}
