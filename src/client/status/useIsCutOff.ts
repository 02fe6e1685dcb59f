import { useEffect, useState } from 'react';
import { routes } from '#contract/routes.ts';
import { http } from '../lib/api.ts';

/**
 * Whether the browser went offline and the server does not answer since then: a server on this machine
 * is reachable without a network.
 */
export function useIsCutOff(): boolean {
  const [isCutOff, setIsCutOff] = useState(false);
  useEffect(() => {
    const ask = () =>
      http.get(routes.livez).catch(() => {
        if (!navigator.onLine) setIsCutOff(true);
      });
    const goOn = () => setIsCutOff(false);
    addEventListener('offline', ask);
    addEventListener('online', goOn);
    return () => {
      removeEventListener('offline', ask);
      removeEventListener('online', goOn);
    };
  }, []);
  return isCutOff;
}
