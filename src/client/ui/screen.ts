import { useSyncExternalStore } from 'react';

export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}

/** A page as narrow as a phone's: rows have two lines. The style sheet names the width `phone`. */
export const useIsPhone = () => useMediaQuery('(width < 700px)');

/** Whether targets are as large as a finger needs. The style sheet names this `finger`. */
export const useIsFinger = () => useMediaQuery('(pointer: coarse), (width < 700px)');
