import type { InventoryEvent } from '#contract/inventory.ts';
import type { NumberSelection } from '#contract/selection.ts';
import { ApiError, type FailureCode } from '../lib/api-error.ts';
import type { OpenStream, StreamPlace } from './walk.ts';

/** Waits before the tries to go on; the first server may stop just when another one can be asked. */
const waitsMs = [0, 500, 1000, 2000, 4000];

/** Failures of the way to one server; another one may go on with the walk. */
const passing: readonly FailureCode[] = [
  'stream_cut',
  'server_unreachable',
  'server_status',
  'busy',
  'store_unavailable',
];

interface Resuming {
  open: OpenStream;
  selection: NumberSelection;
  place: StreamPlace;
  signal: AbortSignal;
}

/** An event, where the walk goes on behind the event, and whether the stream is only a rest. */
export interface PlacedEvent {
  event: InventoryEvent;
  place: StreamPlace;
  isRest: boolean;
}

function placeBehind(event: InventoryEvent, place: StreamPlace): StreamPlace {
  switch (event.event) {
    case 'numbers': {
      const { id: after = null } = event;
      return after === place.after ? place : { ...place, after };
    }
    case 'progress':
      return { ...place, after: event.id ?? null, checkpoint: event.checkpoint ?? null };
    case 'failed':
      return { ...place, checkpoint: event.checkpoint ?? null };
    case 'done':
      return place;
  }
}

/** Where to go on after a failure; null where only the reader can say so. */
function nextPlace(code: FailureCode, place: StreamPlace, tries: number): StreamPlace | null {
  if (place.after === null || tries >= waitsMs.length) return null;
  const isLost = code === 'invalid_cursor' || (code === 'store_unavailable' && tries > 0);
  if (isLost) return place.checkpoint === null ? null : { ...place, after: null };
  return passing.includes(code) ? place : null;
}

/** @throws the reason of the signal, when it is aborted meanwhile. */
async function wait(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
  signal.throwIfAborted();
}

/**
 * The events of a walk. A walk that several servers share goes on behind the last event at another
 * server, when the stream was cut or its server stops. Where that walk is lost, the rest comes by
 * the last checkpoint.
 */
export async function* resumedStream(resuming: Resuming): AsyncGenerator<PlacedEvent, void, void> {
  const { open, selection, signal } = resuming;
  let { place } = resuming;
  for (let tries = 0; ; tries += 1) {
    const isRest = place.after === null && place.checkpoint !== null;
    try {
      for await (const event of open(selection, place, signal)) {
        const isFailed = event.event === 'failed';
        if (isFailed && nextPlace(event.problem.code, place, tries) !== null) {
          throw new ApiError(event.problem.code);
        }
        place = placeBehind(event, place);
        if (!isFailed) tries = 0;
        yield { event, place, isRest };
        if (isFailed || event.event === 'done') return;
      }
      throw new ApiError('stream_cut');
    } catch (error) {
      signal.throwIfAborted();
      const next = error instanceof ApiError ? nextPlace(error.code, place, tries) : null;
      if (next === null) throw error;
      place = next;
      await wait(waitsMs[tries] ?? 0, signal);
    }
  }
}
