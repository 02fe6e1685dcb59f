import type { WalkEstimate } from '#contract/inventory.ts';
import type { NumberSelection } from '#contract/selection.ts';
import type { ApiError } from '../lib/api-error.ts';
import type { Changes } from './collectors.ts';
import type { RowSet } from './row-set.ts';

/** How far a walk is. */
export interface Pace {
  /** Loaded numbers of the list. */
  loaded: number;
  requests: number;
  /** Numbers a second; null before that is known. */
  perSecond: number | null;
  /** The size of an earlier complete list of the same selection; null without one. */
  estimate: Pick<WalkEstimate, 'total'> | null;
}

/** What every held inventory has. */
export interface Held {
  /** The selection that the set covers, or will cover. */
  selection: NumberSelection;
  set: RowSet;
}

/** A second walk behind a list that stays on screen. */
export type Refreshing =
  | { status: 'running'; pace: Pace }
  | { status: 'stopped'; pace: Pace; error: ApiError; at: number };

export interface CompleteInventory extends Held {
  status: 'complete';
  /** When Apifonica was asked, in milliseconds since 1970. */
  at: number;
  /** Rows that arrived broken and are not in the set. */
  skipped: number;
  /** Whether the reader started a walk; a short list is complete once its pages are read. */
  isWalked: boolean;
  refreshing: Refreshing | null;
  changes: Changes | null;
}

/** The complete list, or the part that a walk has brought so far. There is one at a time. */
export type InventoryState =
  | { status: 'none' }
  | (Held & { status: 'running'; pace: Pace })
  | (Held & { status: 'paused'; pace: Pace })
  | (Held & { status: 'stopped'; pace: Pace; error: ApiError; at: number })
  | CompleteInventory;

export type HeldInventory = Exclude<InventoryState, { status: 'none' }>;
