import type { NumberSelection } from '#contract/selection.ts';
import { ProblemError } from '../problem-error.ts';
import { patiently } from '../shared/patiently.ts';
import { beforeAll, ordinalOf, type SharedWalk } from '../shared/walks.ts';
import { createSleeper } from '../sleeper.ts';
import { type CheckpointCodec, checkpointField } from './checkpoint.ts';
import type { Walk, WalkEvent } from './walk.ts';
import { isLastEvent, type OwnEntry, type WalkOwner } from './walk-owner.ts';

/** How often a reader asks the store, if no news comes: owners end a walk that nobody asks for. */
const askEveryMs = 500;
/** The owner says when there is more, so that this only keeps a lost wake from lasting. */
const longSleepMs = 5000;
/** How long a reader waits for a lost store. */
export const patienceMs = 2000;

/** A reader as the owner of its walk sees it. */
export interface Reader {
  /** The ordinal of the last event that was taken. */
  ordinal: number;
  wake: () => void;
}

interface ReadingWalk {
  id: string;
  shared: SharedWalk;
  /** The id of the last event that the reader has. */
  from: string;
  selection: NumberSelection;
  signal: AbortSignal;
  checkpoints: CheckpointCodec;
  /** Makes the reader known until the returned function is called. */
  enter: (reader: Reader) => () => void;
  /** Who writes the walk in this process. */
  owner: () => WalkOwner | undefined;
  /** Goes on with a walk that nobody writes; false when another process does. */
  takeOver: () => Promise<boolean>;
}

/** An event, and where the walk goes on behind the event, where this is known. */
type Taken = Pick<OwnEntry, 'id' | 'event'> & { checkpoint?: string | null };

const lostError = () =>
  new ProblemError('store_unavailable', 'The walk that the servers shared was lost.', {
    retryAfterMs: 1000,
  });

const goneError = () =>
  new ProblemError('invalid_cursor', 'The walk of this event is not there any more.');

/**
 * The events of a shared walk behind an event: from its owner in this process, as long as that has
 * them, or else from the store. When nobody writes the walk any more, this process goes on with it.
 */
export async function* readWalk(reading: ReadingWalk): Walk {
  const { id, shared, from, selection, signal, checkpoints } = reading;
  const sleeper = createSleeper();
  const reader: Reader = { ordinal: ordinalOf(from), wake: sleeper.wake };
  const leave = reading.enter(reader);
  const stopListening = shared.listen(sleeper.wake);
  signal.addEventListener('abort', sleeper.wake);
  let last = from;
  let isKnown = from === beforeAll;
  let loaded = 0;
  let checkpoint: string | null = null;
  let owner: WalkOwner | undefined;

  function failed(error: ProblemError): WalkEvent {
    const chains = checkpoints.tryToOpen(checkpoint, selection)?.chains ?? [];
    const done = chains.filter(({ place }) => place === 'ended').length;
    const parts = { done, all: Math.max(1, chains.length) };
    return { event: 'failed', error, loaded, parts, ...checkpointField(checkpoint) };
  }

  function take({ id: entryId, event, checkpoint: reached }: Taken): WalkEvent {
    last = entryId;
    isKnown = true;
    reader.ordinal = ordinalOf(entryId);
    checkpoint = reached ?? checkpoint;
    const hasId = event.event === 'progress' || event.event === 'numbers';
    if (event.event === 'progress') loaded = event.loaded;
    if (event.event === 'numbers') loaded += event.numbers.length;
    return hasId ? { ...event, id: `${id}.${entryId}` } : event;
  }

  async function askStore(): Promise<readonly Taken[]> {
    const part = await patiently(patienceMs, () => shared.read(last));
    if (part === null) throw isKnown ? lostError() : goneError();
    isKnown = true;
    if (part.entries.length > 0) {
      return part.entries.map(({ id: entryId, event }, at) => {
        const isTip = at === part.entries.length - 1;
        const own = event.event === 'progress' ? (event.checkpoint ?? null) : null;
        return { id: entryId, event, checkpoint: isTip ? (part.checkpoint ?? own) : own };
      });
    }
    checkpoint = part.checkpoint ?? checkpoint;
    const isMine = part.isOrphan && (await reading.takeOver());
    if (!isMine) await sleeper.sleep(askEveryMs);
    return [];
  }

  /** What comes next; empty after a wait. */
  async function next(): Promise<readonly Taken[]> {
    owner ??= reading.owner();
    const entries = owner?.behind(reader.ordinal);
    if (entries === undefined || (entries.length === 0 && owner?.isOver())) {
      owner = undefined;
      return askStore();
    }
    if (entries.length === 0) await sleeper.sleep(longSleepMs);
    return entries;
  }

  try {
    while (!signal.aborted) {
      for (const entry of await next()) {
        if (signal.aborted) break;
        const event = take(entry);
        yield event;
        owner?.onRead();
        if (isLastEvent(event)) return;
      }
    }
    if (signal.reason instanceof ProblemError) yield failed(signal.reason);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    yield failed(error);
  } finally {
    stopListening();
    signal.removeEventListener('abort', sleeper.wake);
    leave();
    owner?.onLeft();
  }
}
