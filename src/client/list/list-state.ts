import type { NumberSelection } from '#contract/selection.ts';
import { ApiError } from '../lib/api-error.ts';
import type { Changes } from './collectors.ts';
import type { RowSet } from './row-set.ts';
import type { Pace, Scope } from './scope.ts';

/** The same list being read again, behind the rows on screen. They stay until the new ones are here. */
export type Refreshing =
  /** The pace is null where one page is all that is awaited. */
  { status: 'running'; pace: Pace | null } | { status: 'stopped'; error: ApiError; at: number };

/** The list, wherever its rows come from. */
export interface ListState {
  /** The filters that brought the rows, or will. */
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
  /** Whether the reader started a walk; a short list is complete once its pages are read. */
  isWalked: boolean;
}

/** A source of the list: pages, one after the other, or a walk of the whole list. */
export interface ListSource extends ListState {
  /** Whether the rows are those of the whole list, which is here or on its way. */
  isInventory: boolean;
  isFetching: boolean;
  /** Whether another page can be asked for. */
  hasMore: boolean;
  /** Goes on loading, or repeats what failed. */
  loadMore: () => void;
  /** Reads the list again. */
  refresh: () => void;
  /** Ends a refresh, or puts the failure of one aside. */
  stopRefreshing: () => void;
}

/** Any failure as one that the page has words for. */
export const toApiError = (error: unknown) =>
  error instanceof ApiError ? error : new ApiError('page_failed');
