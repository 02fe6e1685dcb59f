import type { NumberFilters } from '#contract/filters.ts';
import { ProblemError } from '../problem-error.ts';
import type { Position } from './list-address.ts';

/** Pages without a new number, one after another, after which a list is not believed to have an end. */
const mostStalePages = 10;
/** How often one chain begins again because its place in the list was lost. */
const mostRestarts = 3;

/** What was read of a chain since it began, in an earlier walk too. */
export interface Counts {
  pages: number;
  /** Rows on these pages. */
  rows: number;
  /** Rows left out because they arrived broken. */
  skipped: number;
}

/** How far a chain has come. */
export type Place = 'untouched' | 'ended' | Position;

/**
 * The pages of one set of exact filters, one after another.
 *
 * - `proof`: together with its siblings it has every row of the selection, once.
 * - `early`: rows sooner than the proof has them; proves nothing.
 */
export interface Chain extends Counts {
  readonly kind: 'proof' | 'early';
  readonly filters: NumberFilters;
  /** `asked`: a page of it is on its way. */
  status: 'ready' | 'asked' | 'ended' | 'failed';
  /** Where the next page begins; null at the start of the list. */
  position: Position | null;
  visited: Set<string>;
  /** The latest pages without a number that this chain did not bring before. */
  stalePages: number;
  /** Pages that it may read once more before something new can come: those before it began again. */
  known: number;
  restarts: number;
}

/** A chain that has read nothing yet. */
export function createChain(kind: Chain['kind'], filters: NumberFilters): Chain {
  return {
    kind,
    filters,
    status: 'ready',
    position: null,
    pages: 0,
    rows: 0,
    skipped: 0,
    visited: new Set(),
    stalePages: 0,
    known: 0,
    restarts: 0,
  };
}

/** Puts a new chain where an earlier walk of the same filters had come. */
export function goOn(chain: Chain, { place, ...counts }: Counts & { place: Place }): Chain {
  Object.assign(chain, counts);
  if (place === 'ended') chain.status = 'ended';
  else if (place !== 'untouched') chain.position = place;
  return chain;
}

/**
 * Goes on by one page.
 * @param isNews whether the chain has not brought a number of it before.
 * @throws ProblemError `upstream_contract` when the pages lead back or on for ever.
 */
export function advance(
  chain: Chain,
  page: { numbers: readonly unknown[]; skipped: number; next: Position | null },
  isNews: boolean,
): void {
  chain.pages += 1;
  chain.rows += page.numbers.length;
  chain.skipped += page.skipped;
  chain.stalePages = isNews ? 0 : chain.stalePages + 1;
  if (page.next !== null && chain.stalePages > mostStalePages + chain.known) {
    const words = 'Apifonica sends page after page without a new number.';
    throw new ProblemError('upstream_contract', words);
  }
  const place = JSON.stringify(page.next);
  if (chain.visited.has(place)) {
    throw new ProblemError('upstream_contract', 'Apifonica’s pages lead back to earlier ones.');
  }
  chain.visited.add(place);
  chain.position = page.next;
  chain.status = page.next === null ? 'ended' : 'ready';
}

/** Begins again at the first page, its place in the list being lost; false when that is no use. */
export function restart(chain: Chain): boolean {
  chain.position = null;
  if (chain.restarts >= mostRestarts) return false;
  chain.restarts += 1;
  chain.status = 'ready';
  chain.rows = 0;
  chain.skipped = 0;
  chain.stalePages = 0;
  chain.known = chain.pages;
  chain.visited.clear();
  return true;
}
