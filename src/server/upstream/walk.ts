import type { Logger } from 'pino';
import type { InventoryEvent } from '#contract/inventory.ts';
import type { NumberSelection } from '#contract/selection.ts';
import { ProblemError } from '../problem-error.ts';
import { type CheckpointCodec, checkpointField } from './checkpoint.ts';
import { createCrawl } from './crawl.ts';
import type { Places } from './proof.ts';
import type { UpstreamObserver } from './upstream.ts';
import type { WalkMemory } from './walk-memory.ts';
import { type Arrival, createWalkRequests, type PageSource } from './walk-requests.ts';

const progressEveryMs = 100;

type Failed = Extract<InventoryEvent, { event: 'failed' }>;

/**
 * The events of a walk. Only events that a reader of a shared walk gets have ids. A failure still holds its error, because only the request knows the request
 * id.
 */
export type WalkEvent =
  | Exclude<InventoryEvent, Failed>
  | (Omit<Failed, 'problem'> & { error: ProblemError });

export type Walk = AsyncGenerator<WalkEvent, void, void>;

export interface WalkDeps extends PageSource {
  /** Pages requested at once, at the most. */
  concurrency: number;
  checkpoints: CheckpointCodec;
  memory: WalkMemory;
  observer?: UpstreamObserver | undefined;
}

export interface Walking {
  selection: NumberSelection;
  /** Where an earlier walk stopped. */
  places?: Places | undefined;
  /**
   * An abort with a ProblemError makes the walk fail with it; any other reason means that the
   * reader left.
   */
  signal: AbortSignal;
  log: Logger;
  /** Whether the walk is quiet: after all others, and without early chains. */
  isQuiet?: boolean | undefined;
  /** Called after the rows of each page were taken, with the place behind them. */
  onPlaces?: ((places: Places) => void) | undefined;
  /** The events of this walk before another process stopped at `places`, which its counts include. */
  before?: AsyncIterable<WalkEvent> | undefined;
}

/**
 * Walks through every page of a selection. The walk goes on only while its events are taken: for a
 * reader that stops, only the pages that may be requested at once are requested ahead.
 *
 * The last event is `done` or `failed`, unless the reader left.
 */
export async function* walk(deps: WalkDeps, walking: Walking): Walk {
  const { selection, places, signal, log, isQuiet = false, onPlaces, before } = walking;
  const { concurrency, checkpoints, memory, observer } = deps;
  const started = performance.now();
  const earlier = { requests: 0, elapsedMs: 0 };
  const past = memory.get(selection);
  const crawl = createCrawl({ selection, concurrency, known: past?.cells, places, isQuiet });
  const requests = createWalkRequests(deps, crawl, { signal, log, isQuiet });
  const isLeft = () => signal.aborted && !(signal.reason instanceof ProblemError);

  const soFar = () => ({
    requests: earlier.requests + requests.count(),
    elapsedMs: earlier.elapsedMs + Math.round(performance.now() - started),
  });

  const checkpoint = () => checkpointField(checkpoints.seal(crawl.places(), selection));

  async function takeOver(events: AsyncIterable<WalkEvent>) {
    for await (const event of events) {
      if (event.event === 'numbers') crawl.know(event.numbers);
      if (event.event === 'progress') {
        earlier.requests = event.requests;
        earlier.elapsedMs = event.elapsedMs;
      }
    }
  }

  function take({ chain, answer }: Arrival) {
    if ('page' in answer) return crawl.take(chain, answer.page);
    const { error } = answer;
    if (error instanceof ProblemError) crawl.fail(chain, error);
    else crawl.stop(ProblemError.unexpected(error));
    return [];
  }

  /**
   * Remembers the totals of a complete walk. A walk from a checkpoint saw only the rest of the
   * rows, and knows only the counts of the earlier part.
   */
  function remember(total: number, requests: number): void {
    const { rows, pages } = crawl.read();
    memory.set(
      selection,
      places
        ? { estimate: { total: rows, requests: pages }, cells: past?.cells ?? crawl.cells() }
        : { estimate: { total, requests }, cells: crawl.cells() },
    );
  }

  function lastEvent(): WalkEvent {
    const { done, all } = crawl.parts();
    const total = crawl.loaded();
    if (done < all) {
      const error = crawl.failure() ?? ProblemError.unexpected(new Error('The walk ended early.'));
      return { event: 'failed', error, loaded: total, parts: { done, all }, ...checkpoint() };
    }
    const asOf = new Date().toISOString();
    const { requests, elapsedMs } = soFar();
    remember(total, requests);
    return { event: 'done', total, requests, elapsedMs, asOf, skipped: crawl.skipped() };
  }

  let outcome = 'left';
  let progressAt = Number.NEGATIVE_INFINITY;
  try {
    if (before) await takeOver(before);
    for (;;) {
      const now = performance.now();
      if (now - progressAt >= progressEveryMs) {
        progressAt = now;
        const estimate = past && { estimate: past.estimate };
        yield {
          event: 'progress',
          loaded: crawl.loaded(),
          ...soFar(),
          ...estimate,
          ...checkpoint(),
        };
      }
      requests.launch();
      const arrived = await requests.arrival();
      if (isLeft()) return;
      if (signal.aborted) crawl.stop(signal.reason);
      const numbers = arrived && !signal.aborted ? take(arrived) : [];
      // The next pages are requested before the rows are sent, so that a slow reader does not delay
      // them.
      requests.launch();
      if (numbers.length > 0) yield { event: 'numbers', numbers };
      onPlaces?.(crawl.places());
      if (arrived === undefined || crawl.isOver()) break;
    }
    requests.cancel();
    const last = lastEvent();
    outcome = 'error' in last ? last.error.code : last.event;
    yield last;
  } finally {
    requests.cancel();
    const onlyProof = crawl.onlyProof();
    observer?.onlyProofFound(onlyProof);
    const { requests: count, elapsedMs: ms } = soFar();
    log.info({ outcome, total: crawl.loaded(), requests: count, ms, onlyProof }, 'walk');
  }
}
