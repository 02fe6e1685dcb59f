import { createHistoryLayers } from '../lib/history-layers.ts';
import { layerOwner } from './layer-owner.ts';

/** Where people go back with a gesture or a button of the system. `useIsFinger` asks for the same. */
const finger = '(pointer: coarse), (width < 700px)';

const nothing = () => {};

/**
 * Lets Back close what has been opened over the page, on a phone and on a tablet.
 *
 * @returns a function to call when it was closed, in whatever way.
 */
export function backCloses(close: () => void): () => void {
  if (!matchMedia(finger).matches) return nothing;
  return layerOwner()?.(createHistoryLayers, close) ?? nothing;
}
