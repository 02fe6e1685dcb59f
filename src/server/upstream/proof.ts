import type { NumberFilters } from '#contract/filters.ts';
import { type NumberSelection, selectionParts } from '#contract/selection.ts';
import { byCapability } from './cells.ts';
import type { Counts, Place } from './chain.ts';

/** The place of one proof chain, and what was read on the way there. */
interface ChainPlace extends Counts {
  place: Place;
}

/** The places of all proof chains, from which a later walk can continue. */
export interface Places {
  /** Whether each part is walked by voice and messaging, or as one chain. */
  isDivided: boolean;
  /** One for each chain, in the order of the selection's parts. */
  chains: ChainPlace[];
}

/** The chains that prove a walk complete: every row belongs to exactly one of them. */
export function proofFilters(selection: NumberSelection, isDivided: boolean): NumberFilters[] {
  const parts = selectionParts(selection);
  return isDivided ? parts.flatMap(byCapability) : parts;
}

/**
 * Whether each part is divided by voice and messaging. Every chain costs at least one request, so a
 * single number, or a selection with enough parts already, is not divided.
 */
export const dividesProof = (selection: NumberSelection, concurrency: number) =>
  selection.number === undefined && selectionParts(selection).length < concurrency;
