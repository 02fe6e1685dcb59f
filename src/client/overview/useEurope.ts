import type { europeMap } from 'virtual:europe-map';
import { useEffect, useEffectEvent, useState } from 'react';
import { showToast } from '../ui/toast.ts';
import * as app from '../words/app.ts';

let loaded: typeof europeMap | null = null;

/** Europe in finer outlines, loaded when it is first enlarged; null until then, and for the world. */
export function useEurope(isWanted: boolean, onFailure: () => void) {
  const [europe, setEurope] = useState(loaded);
  const fail = useEffectEvent(onFailure);
  const isHere = europe !== null;
  useEffect(() => {
    if (!isWanted || isHere) return;
    let isGone = false;
    import('virtual:europe-map').then(
      (module) => {
        loaded = module.europeMap;
        if (!isGone) setEurope(loaded);
      },
      () => {
        if (isGone) return;
        showToast({ text: app.pageIncomplete });
        fail();
      },
    );
    return () => {
      isGone = true;
    };
  }, [isWanted, isHere]);
  return isWanted ? europe : null;
}
