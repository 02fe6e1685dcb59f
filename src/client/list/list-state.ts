import type { NumberSelection } from '#contract/selection.ts';
import { ApiError } from '../lib/api-error.ts';
import type { Changes } from './collectors.ts';
import type { RowSet } from './row-set.ts';
import type { Pace, Scope } from './scope.ts';

/**
 * A second reading behind the rows on screen, which stay until it succeeds: for pages until as many
 * of them are here again.
 */
export type Refreshing =
  /** The pace is null where pages are read one after another. */
  { status: 'running'; pace: Pace | null } | { status: 'stopped'; error: ApiError; at: number };

/** The list, wherever its rows come from. */
export interface ListState {
  /** The filters with which the rows are requested. */
  selection: NumberSelection;
  set: RowSet;
  scope: Scope;
  /** Rows that arrived broken and are not in the set. */
  skipped: number;
  /** How many times the list was restarted after a lost cursor. */
  restarted: number;
  refreshing: Refreshing | null;
  /** What the last refresh of a complete list has found. */
  changes: Changes | null;
}

/** The complete list, or the part that a walk has brought so far. */
export interface HeldInventory extends ListState {
  scope: Exclude<Scope, { status: 'loading' | 'partial' }>;
  /** True for a walk that the reader started, false for a list adopted after its last page. */
  isWalked: boolean;
}

/** A source of the list: pages, one after the other, or a walk of the whole list. */
export interface ListSource extends ListState {
  /** Whether an inventory gives the rows: the whole list, here or on its way. */
  isInventory: boolean;
  /** Whether the server cannot be reached, and rows of earlier lists stand in for this one. */
  isAway: boolean;
  /**
   * The combinations of chosen values that Apifonica is asked for one by one, and how many of them
   * have no row here because they were not asked for yet: the page asks for some without scrolling.
   */
  parts: { all: number; unasked: number; areAwaited: boolean };
  /** Whether a page is being requested; never for an inventory. */
  isFetching: boolean;
  /** Whether another page can be asked for. */
  hasMore: boolean;
  /** Goes on loading, or repeats what failed. */
  loadMore: () => void;
  /** Reads the list again. */
  refresh: () => void;
  /** Stops a running refresh, or dismisses a failed one. */
  stopRefreshing: () => void;
}

/** Any failure as one that the page has words for. */
export const listFailure = (error: unknown) =>
  error instanceof ApiError ? error : new ApiError('page_failed');
