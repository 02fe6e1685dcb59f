import type { NumberFilters } from '#contract/filters.ts';
import type { RentedNumber } from '#contract/number.ts';
import { maxPageSize } from '#contract/query.ts';
import { type NumberSelection, selectionParts } from '#contract/selection.ts';
import { ProblemError } from '../problem-error.ts';
import { type Cell, createCells, hasRowsIn } from './cells.ts';
import {
  advance,
  type Chain,
  type Counts,
  createChain,
  goOn,
  type Place,
  restart,
} from './chain.ts';
import { byCapability } from './divide.ts';
import { createEarlyPlan } from './early-plan.ts';
import type { Position } from './list-address.ts';
import { createSeenRows } from './seen-rows.ts';

/** Up to here the chains of the proof are all there are; each is as long as the next one allows. */
const mostProofOnly = 4;
/** Failed chains after which no other is begun: an upstream that is down is left alone. */
const mostFailures = 3;

/** Where one chain of the proof is, and what was read on the way there. */
export interface ChainPlace extends Counts {
  place: Place;
}

/** How far a whole proof has come: what a later walk needs to go on. */
export interface Places {
  /** Whether each part is walked by voice and messaging, or as one chain. */
  isDivided: boolean;
  /** One for each chain, in the order of the selection's parts. */
  chains: ChainPlace[];
}

export interface CrawlPage {
  numbers: readonly RentedNumber[];
  /** Rows left out because they arrived broken. */
  skipped: number;
  next: Position | null;
}

interface CrawlOptions {
  selection: NumberSelection;
  /** Pages asked for at once, at the most. */
  concurrency: number;
  /** What the last whole walk of this selection saw. */
  known?: readonly Cell[] | undefined;
  /** Where an earlier walk of this selection stopped. */
  places?: Places | undefined;
}

/** What every other chain would meet too; a wait for the rate limit is one of the whole process. */
const isOfAll = ({ code }: ProblemError) =>
  code === 'upstream_auth' || code === 'upstream_account' || code === 'upstream_rate_limited';

/** The chains that prove a walk complete: every row belongs to exactly one of them. */
export function proofFilters(selection: NumberSelection, isDivided: boolean): NumberFilters[] {
  const parts = selectionParts(selection);
  return isDivided ? parts.flatMap(byCapability) : parts;
}

/** A chain asks once at the least, so one number, or enough parts to ask at once, stay whole. */
const dividesProof = (selection: NumberSelection, concurrency: number) =>
  concurrency > 1 &&
  selection.number === undefined &&
  selectionParts(selection).length < concurrency;

/**
 * Plans the walk through every page of a selection; no I/O, no clock.
 *
 * Ask `next` for a chain whose page may be requested now, request the page of its `filters` at its
 * `position`, and give the page to `take` or the failure to `fail`. With a concurrency of 1 that is
 * one chain a part of the selection; with more, four disjoint ones by voice and messaging; above 4,
 * early chains by type and country go ahead of them. Early chains never shorten the proof: it is
 * over when every chain of the proof has come to its end.
 */
export function createCrawl({ selection, concurrency, known, places }: CrawlOptions) {
  const isDivided = places?.isDivided ?? dividesProof(selection, concurrency);
  const proof = proofFilters(selection, isDivided).map((filters, at) => {
    const chain = createChain('proof', filters);
    const from = places?.chains[at];
    return from ? goOn(chain, from) : chain;
  });
  const cells = createCells();
  /** With those of the earlier walk, by which is planned. */
  const expected = createCells(known);
  const knownPages = (known ?? []).reduce((sum, { count }) => sum + count, 0) / maxPageSize;
  const rows = createSeenRows();
  const plan = createEarlyPlan(selectionParts(selection), concurrency);
  const early: Chain[] = [];
  /** Cells there were when nothing was left to begin: only another one can change that. */
  let exhaustedAt = -1;
  let failure: ProblemError | null = null;
  let isStopped = false;

  const isOver = () =>
    isStopped || proof.every(({ status }) => status === 'ended' || status === 'failed');
  /** Rows of all proof chains, including those of a walk that this one continues. */
  const total = (of: keyof Counts) => proof.reduce((sum, chain) => sum + chain[of], 0);
  const count = (status: Chain['status']) => proof.filter((one) => one.status === status).length;

  /** Whether going ahead may pay: a list of fewer pages than can be asked for at once is over soon. */
  function mayGoAhead(): boolean {
    // What an earlier walk read early is not read again.
    if (concurrency <= mostProofOnly || !isDivided || places !== undefined) return false;
    return Math.max(total('pages'), knownPages) >= concurrency;
  }

  const isExhausted = () => expected.size() === exhaustedAt;

  function nextEarly(): Chain | null {
    const ready = early.find(({ status }) => status === 'ready');
    if (ready) return ready;
    if (isExhausted()) return null;
    const filters = plan.next(expected.all());
    if (filters === null) {
      exhaustedAt = expected.size();
      return null;
    }
    const chain = createChain('early', filters);
    early.push(chain);
    return chain;
  }

  function nextChain(): Chain | null {
    if (isOver()) return null;
    const isTiring = count('failed') >= mostFailures;
    const ready = proof.find(
      ({ status, pages, position }) =>
        status === 'ready' && !(isTiring && pages === 0 && position === null),
    );
    return ready ?? (mayGoAhead() ? nextEarly() : null);
  }

  function cellOf(row: RentedNumber): Cell {
    expected.add(row);
    return cells.add(row);
  }

  /** Whether the early chains should have had the rows of a cell. */
  function isMissed(cell: Cell): boolean {
    const own = early.filter(({ filters }) => hasRowsIn(cell, filters));
    return own.length > 0 ? own.some(({ status }) => status === 'ended') : isExhausted();
  }

  function fail(chain: Chain, error: ProblemError): void {
    if (error.code === 'cursor_expired' && restart(chain)) return;
    chain.status = 'failed';
    if (isOfAll(error)) isStopped = true;
    if (chain.kind === 'proof' || isStopped) failure ??= error;
  }

  return {
    /** A chain whose page may be requested now; null when there is none until another page came. */
    next(): Chain | null {
      const chain = nextChain();
      if (chain) chain.status = 'asked';
      return chain;
    },

    /** The rows of a page that are new, or newer than when they came before. */
    take(chain: Chain, page: CrawlPage): RentedNumber[] {
      const isNews = page.numbers.some(({ number_sid }) => !rows.has(number_sid, chain));
      const fresh = page.numbers.filter((row) => rows.add(row, chain, cellOf));
      try {
        advance(chain, page, isNews);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        fail(chain, error);
      }
      return fresh;
    },

    /** Nothing more is to be requested, for a reason that is not of one chain. */
    stop(error: ProblemError): void {
      isStopped = true;
      failure ??= error;
    },

    /** The page could not be had. A lost place is begun again, some times; else the chain is over. */
    fail,

    /** Whether nothing more is to be requested, for better or worse. */
    isOver,

    /** Why it is over without being whole; null otherwise. */
    failure: () => failure,

    /** Rows so far, each once. */
    loaded: () => rows.size(),

    /** Broken rows that were left out, each counted once; in what is gone on from, too. */
    skipped: () => total('skipped'),

    /** Chains of the proof that came to their end, and all of them. */
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

    /** Pages and rows of the proof, in what is gone on from, too. */
    read: () => ({ pages: total('pages'), rows: total('rows') }),

    cells: () => cells.all(),

    /** Rows that only the proof found, though an early chain should have: see the metric. */
    onlyProof: () => (early.length === 0 ? 0 : rows.onlyProof(isMissed)),
  };
}

export type Crawl = ReturnType<typeof createCrawl>;
