import type { InventoryEvent } from '#contract/inventory.ts';
import type { NumberSelection } from '#contract/selection.ts';
import { ApiError } from '../lib/api-error.ts';
import { formatCount } from '../lib/format.ts';
import { markSignedOut } from '../lib/signed-out.ts';
import { createBreather } from '../lib/yield-to-page.ts';
import type { Collector } from './collectors.ts';
import * as words from './failure-code-words.ts';

/** Opens the stream of a walk, from its beginning or from a checkpoint of an earlier one. */
export type OpenStream = (
  selection: NumberSelection,
  checkpoint: string | null,
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
  checkpoint: string | null;
  /** Continues a later walk behind the numbers taken so far. */
  onCheckpoint: (checkpoint: string | null) => void;
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

const cut = () => new ApiError('stream_cut');

/**
 * Takes a walk's events to its proven end.
 *
 * @throws ApiError with the server's reason for stopping, or `stream_cut` when the last line is
 * missing or contradicts the rows; the signal's reason when aborted.
 */
export async function walkInventory(walk: Walk): Promise<Done> {
  const { open, selection, collector, signal, checkpoint, onCheckpoint } = walk;
  const breathe = createBreather();
  for await (const event of open(selection, checkpoint, signal)) {
    // An event may still arrive after a pause.
    signal.throwIfAborted();
    switch (event.event) {
      case 'numbers':
        collector.take(event.numbers);
        walk.onNumbers();
        break;
      case 'progress':
        onCheckpoint(event.checkpoint ?? null);
        walk.onProgress(event);
        break;
      case 'done':
        // A stream that starts at a checkpoint does not know the earlier count.
        if (checkpoint === null && event.total !== collector.count) throw cut();
        return event;
      case 'failed':
        onCheckpoint(event.checkpoint ?? null);
        throw toApiError(event);
    }
    await breathe();
  }
  throw cut();
}
