import type { WalkEstimate } from '#contract/inventory.ts';
import type { ApiError } from '../lib/api-error.ts';

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

/**
 * How much of the filtered list is loaded. Every figure on the page reads this one state.
 */
export type Scope = Reached & {
  /**
   * Whose rows these are: `past` are those of a snapshot that the reader opened, `recent` those of a
   * snapshot so young that it stands for the list of now.
   */
  kept?: 'recent' | 'past';
};

type Reached =
  | { status: 'loading' }
  | { status: 'partial'; loaded: number }
  /** The whole list is being loaded; loaded rows can be used meanwhile. */
  | { status: 'walking'; loaded: number; pace: Pace }
  | { status: 'paused'; loaded: number }
  /** The end was reached; `skipped` rows came broken and are not among the loaded ones. */
  | { status: 'complete'; loaded: number; skipped: number; at: number }
  | { status: 'stopped'; loaded: number; at: number; error: ApiError };

/** Whether the rows are those of a snapshot that the reader opened, and not of now. */
export const isPast = ({ kept }: Scope) => kept === 'past';
/** Whether every row of the list is loaded. */
export const isComplete = (scope: Scope) => scope.status === 'complete' && scope.skipped === 0;
/** Whether more rows can be loaded. */
export const mayHaveMore = ({ status }: Scope) => status !== 'loading' && status !== 'complete';
