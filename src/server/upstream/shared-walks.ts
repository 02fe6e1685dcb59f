import type { Logger } from 'pino';
import type { NumberSelection } from '#contract/selection.ts';
import { ProblemError } from '../problem-error.ts';
import { isStoreLost, patiently } from '../shared/patiently.ts';
import {
  beforeAll,
  ordinalOf,
  type SharedWalk,
  type WalkClaim,
  type WalkShare,
} from '../shared/walks.ts';
import type { CheckpointCodec } from './checkpoint.ts';
import type { Walk, WalkEvent, Walking } from './walk.ts';
import { createWalkOwner, type WalkOwner } from './walk-owner.ts';
import { patienceMs, type Reader, readWalk } from './walk-reader.ts';

/**
 * So long a walk waits at its beginning for a store that was lost; then it begins alone. The request
 * may have waited for the store before, and its first line should come within a second.
 */
const startPatienceMs = 300;
/** Walks at once; they share the few requests to Apifonica, so more would only be slower. */
const mostOwned = 4;
const retryAfterMs = 5000;

interface SharedWalksDeps {
  share: WalkShare;
  checkpoints: CheckpointCodec;
  /** For the lines of walks, which go on after the request that began them. */
  log: Logger;
  /** Walks by itself. */
  walk: (walking: Walking) => Walk;
}

interface Asking {
  selection: NumberSelection;
  signal: AbortSignal;
  log: Logger;
}

const busyError = () =>
  new ProblemError('busy', 'Several lists are being loaded already.', { retryAfterMs });

/** The events of a walk so far, for the process that takes it over. */
async function* history(walk: SharedWalk, last: string): AsyncGenerator<WalkEvent, void, void> {
  for (let id = beforeAll; id !== last; ) {
    const part = await patiently(patienceMs, () => walk.read(id));
    const newest = part?.entries.at(-1);
    if (!part || !newest) throw new Error('The events of a walk are not in the store.');
    for (const { event } of part.entries) yield event;
    id = newest.id;
  }
}

/** The shared walks of an account, as this process reads and writes them. */
export function createSharedWalks({ share, checkpoints, log: walkLog, walk }: SharedWalksDeps) {
  const owners = new Map<string, WalkOwner>();
  const readers = new Map<string, Set<Reader>>();
  const readersOf = (id: string) => readers.get(id) ?? new Set<Reader>();

  function own(id: string, claim: WalkClaim, { selection }: Asking): void {
    const shared = share.walk(selection, id);
    // After a failover the store may have lost the last events. What comes in their stead is new,
    // also to readers that had taken them.
    const start = ordinalOf(claim.last);
    for (const reader of readersOf(id)) reader.ordinal = Math.min(reader.ordinal, start);
    const owner = createWalkOwner({
      walk: shared,
      claim,
      start: (signal, onCheckpoint) =>
        walk({
          selection,
          // Without the key of the checkpoint, all rows come again; those that came are known.
          places: checkpoints.tryToOpen(claim.checkpoint, selection),
          signal,
          log: walkLog.child({ walk: id }),
          onPlaces: (places) => onCheckpoint(checkpoints.seal(places, selection)),
          ...(claim.last !== beforeAll && { before: history(shared, claim.last) }),
        }),
      furthest() {
        const ordinals = [...readersOf(id)].map(({ ordinal }) => ordinal);
        return ordinals.length === 0 ? null : Math.max(...ordinals);
      },
      onNews() {
        // New readers ask the store for another walk from now on.
        if (!owner.isShared() && owners.get(id) === owner) owners.delete(id);
        for (const { wake } of readersOf(id)) wake();
      },
    });
    owners.set(id, owner);
  }

  function enter(id: string, reader: Reader) {
    readers.set(id, readersOf(id).add(reader));
    return () => {
      const others = readersOf(id);
      others.delete(reader);
      if (others.size === 0) readers.delete(id);
      owners.get(id)?.onLeft();
    };
  }

  function read(id: string, from: string, asking: Asking): Walk {
    const { selection, signal, log } = asking;
    log.info({ walk: id }, 'reads a shared walk');
    const shared = share.walk(selection, id);
    return readWalk({
      id,
      shared,
      from,
      selection,
      signal,
      checkpoints,
      enter: (reader) => enter(id, reader),
      owner: () => owners.get(id),
      async takeOver() {
        if (owners.size >= mostOwned) return false;
        const claim = await patiently(patienceMs, shared.claim);
        if (claim !== null) own(id, claim, asking);
        return claim !== null;
      },
    });
  }

  async function* join(fresh: boolean, asking: Asking): Walk {
    const { selection, signal, log } = asking;
    const joined = await patiently(startPatienceMs, () => share.join(selection, fresh)).catch(
      (error) => {
        if (!isStoreLost(error)) throw error;
        return null;
      },
    );
    if (joined === null) {
      yield* walk({ selection, signal, log });
      return;
    }
    const { id, claim } = joined;
    if (claim !== null && owners.size >= mostOwned) {
      // Another replica may have room for the walk.
      const { fence, ...known } = claim;
      await share.walk(selection, id).append(fence, { ...known, entries: [], isLast: true });
      yield { event: 'failed', error: busyError(), loaded: 0, parts: { done: 0, all: 1 } };
      return;
    }
    const reading = read(id, beforeAll, asking);
    if (claim !== null) own(id, claim, asking);
    yield* reading;
  }

  return {
    /** A walk of the selection: one that replicas share, or one of its own without the store. */
    join,
    /**
     * Goes on behind an event; fails with `invalid_cursor` when the walk is not there any more.
     * @throws ProblemError `invalid_cursor` when this cannot be the id of an event.
     */
    goOn(after: string, asking: Asking): Walk {
      const [, id, from] = /^([\w-]+)\.([1-9]\d{0,14}-\d{1,15})$/.exec(after) ?? [];
      if (id === undefined || from === undefined) {
        throw new ProblemError('invalid_cursor', 'This is not the id of an event of a walk.');
      }
      return read(id, from, asking);
    },
    /** Gives all walks back, so that other replicas go on with them at once. */
    async close() {
      const closing = [...owners.values()];
      for (const owner of closing) owner.stop();
      await Promise.all(closing.map(({ ended }) => ended));
    },
  };
}
