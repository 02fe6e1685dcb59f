import type { NumberFilters } from '#contract/filters.ts';
import { ProblemError } from '../problem-error.ts';
import type { Position } from './list-address.ts';

/** Pages in a row without a new number, after which the list counts as endless. */
const mostStalePages = 10;
/** Restarts of one chain, at the most, after its place in the list was lost. */
const mostRestarts = 3;

/** What was read of a chain so far, including an earlier walk that this one continues. */
export interface Counts {
  pages: number;
  /** Rows on these pages. */
  rows: number;
  /** Invalid rows, which were left out. */
  skipped: number;
}

/** How far a chain has come. */
export type Place = 'untouched' | 'ended' | Position;

/**
 * The pages of one set of exact filters, one after another.
 *
 * - `proof`: the proof chains together hold every row of the selection exactly once.
 * - `early`: brings rows sooner than the proof chains, and proves nothing.
 */
export interface Chain extends Counts {
  readonly kind: 'proof' | 'early';
  readonly filters: NumberFilters;
  /** `asked`: a page of the chain is on its way. */
  status: 'ready' | 'asked' | 'ended' | 'failed';
  /** Where the next page begins; null at the start of the list. */
  position: Position | null;
  visited: Set<string>;
  /** The latest pages in a row without a number that is new in this chain. */
  stalePages: number;
  /**
   * Pages that were read before the last restart; the chain reads them again before new numbers
   * come.
   */
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

/** Moves a new chain to the place that an earlier walk of the same filters had reached. */
export function goOn(chain: Chain, { place, ...counts }: Counts & { place: Place }): Chain {
  Object.assign(chain, counts);
  if (place === 'ended') chain.status = 'ended';
  else if (place !== 'untouched') chain.position = place;
  return chain;
}

/**
 * Moves a chain on by one page.
 * @param isNews whether the page has a number that is new in this chain.
 * @throws ProblemError `upstream_contract` when the pages lead back to earlier ones or have no end.
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

/**
 * Restarts a chain at the first page after its place in the list was lost; false when it has
 * restarted too often.
 */
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
