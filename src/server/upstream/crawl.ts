import type { RentedNumber } from '#contract/number.ts';
import { maxPageSize } from '#contract/query.ts';
import { type NumberSelection, selectionParts } from '#contract/selection.ts';
import { ProblemError } from '../problem-error.ts';
import { type Cell, createCells } from './cells.ts';
import { advance, type Chain, type Counts, createChain, goOn, restart } from './chain.ts';
import { createEarlyChains } from './early-chains.ts';
import type { Position } from './list-address.ts';
import { dividesProof, type Places, proofFilters } from './proof.ts';
import { createSeenRows } from './seen-rows.ts';

/** Up to this concurrency there are proof chains only. */
const mostProofOnly = 4;
/** Failed chains after which no further chain begins, to spare an upstream that is down. */
const mostFailures = 3;

export interface CrawlPage {
  numbers: readonly RentedNumber[];
  /** Invalid rows, which were left out. */
  skipped: number;
  next: Position | null;
}

interface CrawlOptions {
  selection: NumberSelection;
  /** Pages requested at once, at the most. */
  concurrency: number;
  /** The cells that the last complete walk of this selection counted. */
  known?: readonly Cell[] | undefined;
  /** Where an earlier walk of this selection stopped. */
  places?: Places | undefined;
  /** Whether the walk is quiet, and begins no early chains. */
  isQuiet?: boolean | undefined;
}

/** Errors that every other chain would meet too; a rate limit holds for the whole process. */
const isOfAll = ({ code }: ProblemError) =>
  code === 'upstream_auth' || code === 'upstream_account' || code === 'upstream_rate_limited';

/**
 * Plans the walk through every page of a selection; no I/O, no clock.
 *
 * Ask `next` for a chain whose page may be requested now, request the page of its `filters` at its
 * `position`, and give the page to `take` or the failure to `fail`. With a concurrency of 1, each
 * part of the selection is one chain; with more, it is four disjoint chains by voice and messaging;
 * above 4, early chains by type and country go ahead. Early chains never shorten the proof: the
 * walk is complete when every proof chain has ended.
 */
export function createCrawl(options: CrawlOptions) {
  const { selection, concurrency, known, places, isQuiet = false } = options;
  const isDivided = places?.isDivided ?? dividesProof(selection, concurrency);
  const proof = proofFilters(selection, isDivided).map((filters, at) => {
    const chain = createChain('proof', filters);
    const from = places?.chains[at];
    return from ? goOn(chain, from) : chain;
  });
  const cells = createCells();
  const knownPages = (known ?? []).reduce((sum, { count }) => sum + count, 0) / maxPageSize;
  const seen = createSeenRows();
  /** Stands for the chains before the walk was taken over: their rows are still news to a chain. */
  const earlier = createChain('early', {});
  const early = createEarlyChains(selectionParts(selection), concurrency, known);
  let failure: ProblemError | null = null;
  let isStopped = false;

  const isOver = () =>
    isStopped || proof.every(({ status }) => status === 'ended' || status === 'failed');
  /** A count over all proof chains, including a walk that this one continues. */
  const total = (of: keyof Counts) => proof.reduce((sum, chain) => sum + chain[of], 0);
  const count = (status: Chain['status']) => proof.filter((one) => one.status === status).length;

  /**
   * Whether early chains may pay: a list with fewer pages than the concurrency ends soon without
   * them.
   */
  function mayGoAhead(): boolean {
    // A walk that continues an earlier one begins no early chains.
    if (concurrency <= mostProofOnly || !isDivided || places !== undefined || isQuiet) return false;
    return Math.max(total('pages'), knownPages) >= concurrency;
  }

  function nextChain(): Chain | null {
    if (isOver()) return null;
    const isTiring = count('failed') >= mostFailures;
    const ready = proof.find(
      ({ status, pages, position }) =>
        status === 'ready' && !(isTiring && pages === 0 && position === null),
    );
    return ready ?? (mayGoAhead() ? early.next() : null);
  }

  function cellOf(row: RentedNumber): Cell {
    early.expect(row);
    return cells.add(row);
  }

  function fail(chain: Chain, error: ProblemError): void {
    if (error.code === 'cursor_expired' && restart(chain)) return;
    chain.status = 'failed';
    if (isOfAll(error)) isStopped = true;
    if (chain.kind === 'proof' || isStopped) failure ??= error;
  }

  return {
    /**
     * A chain whose page may be requested now; null when there is none before another page arrives.
     */
    next(): Chain | null {
      const chain = nextChain();
      if (chain) chain.status = 'asked';
      return chain;
    },

    /** Takes a page, and returns its rows that are new or were updated since they last came. */
    take(chain: Chain, page: CrawlPage): RentedNumber[] {
      const isNews = page.numbers.some(({ number_sid }) => !seen.has(number_sid, chain));
      const fresh = page.numbers.filter((row) => seen.add(row, chain, cellOf));
      try {
        advance(chain, page, isNews);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        fail(chain, error);
      }
      return fresh;
    },

    /** Takes rows that this walk has brought before it was taken over from another process. */
    know(rows: readonly RentedNumber[]): void {
      for (const row of rows) seen.add(row, earlier, cellOf);
    },

    /** Ends the walk for a reason that concerns no single chain. */
    stop(error: ProblemError): void {
      isStopped = true;
      failure ??= error;
    },

    /**
     * Takes the failure of a page. After a lost place the chain restarts, a few times; otherwise it
     * has failed.
     */
    fail,

    /** Whether the walk has ended, complete or not. */
    isOver,

    /** Why the walk is incomplete; null when nothing failed. */
    failure: () => failure,

    /** Rows so far, each once. */
    loaded: () => seen.size(),

    /** Invalid rows that were left out, each counted once; those of a continued walk included. */
    skipped: () => total('skipped'),

    /** Proof chains that ended, and all proof chains. */
    parts: () => ({ done: count('ended'), all: proof.length }),

    places: (): Places => ({
      isDivided,
      chains: proof.map(({ status, position, pages, rows, skipped }) => ({
        place: status === 'ended' ? 'ended' : (position ?? 'untouched'),
        pages,
        rows,
        skipped,
      })),
    }),

    /** Pages and rows of the proof, those of a continued walk included. */
    read: () => ({ pages: total('pages'), rows: total('rows') }),

    cells: () => cells.all(),

    /**
     * Rows that only the proof found, though an early chain should have found them: see the metric.
     */
    onlyProof: () => (early.haveBegun() ? seen.onlyProof(early.haveMissed) : 0),
  };
}

export type Crawl = ReturnType<typeof createCrawl>;
