import type { NumberSelection } from '#contract/selection.ts';
import type { WalkEvent } from '../upstream/walk.ts';

/**
 * An event of a shared walk. The id is the fence of the owner that wrote the event, a dash, and the
 * ordinal of the event in the walk, from 1: later events have larger ids.
 */
export interface WalkEntry {
  id: string;
  event: WalkEvent;
}

/** The id before the first event. */
export const beforeAll = '0-0';

/** The ordinal of an event in its walk. */
export const ordinalOf = (id: string) => Number(id.split('-')[1]);

/** The right to write a walk: only the last one that was given counts. */
export interface WalkClaim {
  fence: number;
  /** The id of the last event. */
  last: string;
  /** Where the walk goes on behind the last event; null at its beginning. */
  checkpoint: string | null;
}

interface WalkPart {
  entries: readonly WalkEntry[];
  /** Continues behind these entries; null when more entries follow, or at the beginning. */
  checkpoint: string | null;
  /** Whether the walk has not ended and nobody writes it. */
  isOrphan: boolean;
}

interface WalkAddition {
  /** The id of the last event that the writer knows of. */
  last: string;
  entries: readonly WalkEntry[];
  /** Where the walk goes on behind the entries. */
  checkpoint: string | null;
  /** Gives the right to write back. */
  isLast: boolean;
}

/**
 * `refused`: another one has the right to write by now. `gone`: the store knows the walk no more.
 */
type WalkAnswer =
  | 'refused'
  | 'gone'
  | {
      /** The highest ordinal that a reader at any replica has read. */
      read: number;
      /** Milliseconds since a reader last asked; null when none ever did. */
      readAgoMs: number | null;
    };

/** One walk in the store. Each call may fail with ProblemError `store_unavailable`. */
export interface SharedWalk {
  /**
   * Events behind an id, and the sign that somebody reads.
   * @returns null when the store does not know the walk, or no more.
   */
  read(after: string): Promise<WalkPart | null>;
  /** Takes the right to write a walk that nobody writes; null when there is nothing to take. */
  claim(): Promise<WalkClaim | null>;
  /** Writes events, in one step; without entries it only keeps the right to write. */
  append(fence: number, addition: WalkAddition): Promise<WalkAnswer>;
  /** Calls a function after something was written, until the returned function is called. */
  listen(wake: () => void): () => void;
}

/**
 * The walks of one account that all replicas share: who asks for a selection that is being walked
 * follows that walk.
 */
export interface WalkShare {
  /**
   * The walk of a selection that is under way or ended seconds ago, or else a new one.
   * @param fresh joins only a walk that began a moment ago.
   * @returns the claim of a new walk, which the caller must write; null where another one writes.
   */
  join(
    selection: NumberSelection,
    fresh: boolean,
  ): Promise<{ id: string; claim: WalkClaim | null }>;
  /** The walk of this selection with an id; whether there is one shows when it is read. */
  walk(selection: NumberSelection, id: string): SharedWalk;
}
