import type { InventoryEvent } from '#contract/inventory.ts';
import type { NumberSelection } from '#contract/selection.ts';
import { ApiError } from '../lib/api-error.ts';
import { formatCount } from '../lib/format.ts';
import { markSignedOut } from '../lib/sign-in-state.ts';
import { createBreather } from '../lib/yield-to-page.ts';
import type { Collector } from './collectors.ts';
import * as words from './failure-code-words.ts';
import { resumedStream } from './resumed-stream.ts';

/** Where the stream of a walk begins: at the beginning of the list, where both are null. */
export interface StreamPlace {
  /** The id of the last event that came, of a walk that servers share. */
  after: string | null;
  /** Continues with the rest in another walk, where there is no such id. */
  checkpoint: string | null;
  /** At the beginning: whether a walk that others have begun is not recent enough. */
  fresh: boolean;
}

/** Opens the stream of a walk. */
export type OpenStream = (
  selection: NumberSelection,
  place: StreamPlace,
  signal: AbortSignal,
) => AsyncIterable<InventoryEvent>;

type Progress = Extract<InventoryEvent, { event: 'progress' }>;
/** The proof that a walk has read the whole list. */
export type Done = Extract<InventoryEvent, { event: 'done' }>;

export interface Walk {
  open: OpenStream;
  selection: NumberSelection;
  collector: Pick<Collector<unknown>, 'take' | 'count'>;
  signal: AbortSignal;
  place: StreamPlace;
  /** Where a later stream goes on behind the numbers taken so far. */
  onPlace: (place: StreamPlace) => void;
  onNumbers: () => void;
  onProgress: (progress: Progress) => void;
}

type Failed = Extract<InventoryEvent, { event: 'failed' }>;

function toApiError({ problem, parts: { done, all } }: Failed): ApiError {
  const { code, detail } = problem;
  // The session ended while the list was read: nothing else helps before another sign-in.
  if (code === 'unauthenticated') markSignedOut();
  const parts = all > 1 && words.partsRead(formatCount(done), formatCount(all));
  return new ApiError(code, parts ? `${detail} ${parts}` : detail, problem);
}

/**
 * Takes a walk's events to its proven end.
 *
 * @throws ApiError with the server's reason for stopping, or `stream_cut` when the last line is
 * missing or contradicts the rows; the signal's reason when aborted.
 */
export async function walkInventory(walk: Walk): Promise<Done> {
  const { collector, signal, onPlace } = walk;
  const breathe = createBreather();
  let known = walk.place;
  for await (const { event, place, isRest } of resumedStream(walk)) {
    // An event may still arrive after a pause.
    signal.throwIfAborted();
    if (place !== known) onPlace(place);
    known = place;
    switch (event.event) {
      case 'numbers':
        collector.take(event.numbers);
        walk.onNumbers();
        break;
      case 'progress':
        walk.onProgress(event);
        break;
      case 'done':
        // A stream that starts at a checkpoint does not know the earlier count.
        if (!isRest && event.total !== collector.count) throw new ApiError('stream_cut');
        return event;
      case 'failed':
        throw toApiError(event);
    }
    await breathe();
  }
  // `resumedStream` ends with a last event, or throws.
  throw new ApiError('stream_cut');
}
