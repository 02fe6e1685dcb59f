import { LRUCache } from 'lru-cache';
import type { WalkEstimate } from '#contract/inventory.ts';
import { type NumberSelection, selectionEntries } from '#contract/selection.ts';
import type { Cell } from './cells.ts';

const keptWalks = 50;

/**
 * The totals of a complete walk, and the number of rows in each cell; never the rows themselves.
 */
interface PastWalk {
  estimate: WalkEstimate;
  cells: readonly Cell[];
}

/** The last complete walk of each selection, in this process; bounded. */
export interface WalkMemory {
  get(selection: NumberSelection): PastWalk | undefined;
  set(selection: NumberSelection, walk: PastWalk): void;
}

export function createWalkMemory(): WalkMemory {
  const walks = new LRUCache<string, PastWalk>({ max: keptWalks });
  const keyOf = (selection: NumberSelection) => JSON.stringify(selectionEntries(selection));
  return {
    get: (selection) => walks.get(keyOf(selection)),
    set: (selection, walk) => void walks.set(keyOf(selection), walk),
  };
}
