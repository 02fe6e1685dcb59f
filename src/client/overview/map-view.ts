import type { europeMap } from 'virtual:europe-map';
import { worldMap } from 'virtual:world-map';
import { useEffect, useEffectEvent, useState } from 'react';
import { showToast } from '../ui/toast.ts';
import * as app from '../words/app.ts';

export type MapRegion = 'world' | 'europe';

const whole = { x: 0, y: 0, ...worldMap.size };
const codes = new Set(worldMap.lands.map(([code]) => code));

export const isOnMap = (code: string) => codes.has(code);

/** What the map shows: the whole world, or Europe in finer outlines once those are loaded. */
export function mapView(europe: typeof europeMap | null) {
  if (europe === null) {
    return { view: whole, zoom: 1, lands: worldMap.lands, beyond: [], step: 1 };
  }
  const inEurope = new Set(europe.lands.map(([code]) => code));
  return {
    view: worldMap.europe,
    zoom: whole.width / worldMap.europe.width,
    lands: europe.lands,
    /** Land outside of the picture, which is seen while the picture is being enlarged. */
    beyond: worldMap.lands.filter(([code]) => !inEurope.has(code)),
    /** The length of a step of the outlines. */
    step: europe.step,
  };
}

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
