import type { Address } from '../address/address.ts';
import { isPast, type Scope } from './scope.ts';

/** What stood on screen before a search of all numbers, and comes back when it is stopped. */
type Before =
  /** Pages, which are kept while a walk covers them. */
  | 'pages'
  /** A walk that was paused or had failed. */
  | 'paused'
  /** A walk that the reader had started, which goes on. */
  | 'walking'
  | 'complete';

/** Filters, and the part of the history entry that says whether the pasted list was shown. */
export interface Cleared {
  filters: Partial<Address>;
  entry: object;
}

/** A search through all numbers of a selection, which the reader has started. */
export interface SearchRun {
  stage: /** Begins with the list of the address, which may still have to come on screen. */
    | 'wanted'
    /** The code of the walk is being loaded. */
    | 'starting'
    | 'begun'
    /** Every number was searched; counts until another question is asked. */
    | 'done';
  /** Null until the search begins, unless it takes the place of one that is under way. */
  before: Before | null;
  /** What was cleared for the search and comes back with the list. */
  cleared: Cleared | null;
  /** The filters, the text and the pasted list that the search has answered. */
  question: string;
}

/** The list as a search sees it. */
export interface SearchedList {
  scope: Scope;
  isInventory: boolean;
  /** The filters, the text and the pasted list at present. */
  question: string;
  /** Whether a text, months, a check or the pasted list filter the loaded rows. */
  isSearched: boolean;
}

/** What a search does: it reads on, has failed on the way, or has read everything. */
export type SearchPhase = 'searching' | 'stopped' | 'done' | null;

export function searchPhase(
  run: SearchRun | null,
  { scope, isInventory }: Pick<SearchedList, 'scope' | 'isInventory'>,
): SearchPhase {
  if (run === null) return null;
  if (run.stage === 'wanted' || run.stage === 'starting') return 'searching';
  if (scope.status === 'complete') return 'done';
  if (run.stage === 'done' || !isInventory) return null;
  if (scope.status === 'walking') return 'searching';
  return scope.status === 'stopped' ? 'stopped' : null;
}

export function listBefore({ scope, isInventory }: SearchedList): Before {
  if (scope.status === 'complete') return 'complete';
  // A snapshot is always read as a whole.
  if (scope.status === 'walking' || isPast(scope)) return 'walking';
  return isInventory ? 'paused' : 'pages';
}

/**
 * The search after a change of the list; null when it is over, `stop` when what it has read is to be
 * given back: its text is gone.
 */
export function followSearch(run: SearchRun, list: SearchedList): SearchRun | null | 'stop' {
  const { scope, isInventory, question, isSearched } = list;
  const isComplete = scope.status === 'complete';
  switch (run.stage) {
    case 'wanted':
      return run;
    case 'starting':
      if (!isSearched) return 'stop';
      return isComplete || isInventory ? followSearch({ ...run, stage: 'begun' }, list) : run;
    case 'begun':
      if (isComplete) return isSearched ? { ...run, stage: 'done', question } : null;
      // Cancelled, or another list is on screen.
      if (!isInventory) return null;
      if (isSearched) return run;
      return scope.status === 'paused' ? null : 'stop';
    case 'done':
      return isComplete && question === run.question ? run : null;
  }
}
