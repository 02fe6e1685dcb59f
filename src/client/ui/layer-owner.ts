import type { MakeLayers } from '../lib/history-layers.ts';

type OpenLayer = (make: MakeLayers, close: () => void) => () => void;

let owner: OpenLayer | null = null;

/** Gives this room the way to add entries to the history, which is the address bar's. */
export function offerLayers(openLayer: OpenLayer): void {
  owner = openLayer;
}

export const layerOwner = (): OpenLayer | null => owner;
