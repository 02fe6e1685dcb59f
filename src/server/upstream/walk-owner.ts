import { ProblemError } from '../problem-error.ts';
import { patiently } from '../shared/patiently.ts';
import { ordinalOf, type SharedWalk, type WalkClaim, type WalkEntry } from '../shared/walks.ts';
import { createSleeper } from '../sleeper.ts';
import type { Walk, WalkEvent } from './walk.ts';

/** Events that no reader has taken yet, after which a walk waits. */
const mostAhead = 32;
/** The last events, which readers in this process take without asking the store. */
const mostKept = 2 * mostAhead;
/** How long readers here wait for a lost store; less than a lease. */
const patienceMs = 2000;
/** A third of the lease. */
const renewEveryMs = 1000;
/** How often a walk that waits looks whether readers elsewhere have gone on. */
const lookEveryMs = 50;
/** A reader elsewhere says every half a second that it is there. */
const leftAfterMs = 3000;

/** An event in this process, and where the walk goes on behind the event. */
export interface OwnEntry extends WalkEntry {
  ordinal: number;
  checkpoint: string | null;
}

interface OwnerOptions {
  walk: SharedWalk;
  claim: WalkClaim;
  /** Begins the walk; calls `onCheckpoint` once the rows before the checkpoint were taken. */
  start: (signal: AbortSignal, onCheckpoint: (checkpoint: string) => void) => Walk;
  /** The highest ordinal of the readers in this process; null without readers. */
  furthest: () => number | null;
  /** Called when there are new events, or the state has changed. */
  onNews: () => void;
}

export const isLastEvent = ({ event }: WalkEvent) => event === 'done' || event === 'failed';

/**
 * Writes a walk into the store for all readers. A reader gets an event when the store has it.
 *
 * - Goes on while a reader takes the events, here or elsewhere, and waits for the fastest reader.
 * - Stops without readers; the store keeps the checkpoint.
 * - Stops when the store refuses an event: another process has taken the walk over.
 * - Goes on alone for the readers in this process when the store does not come back soon.
 */
export function createWalkOwner({ walk, claim, start, furthest, onNews }: OwnerOptions) {
  const { fence } = claim;
  const leaving = new AbortController();
  const sleeper = createSleeper();
  let { last, checkpoint } = claim;
  let made = ordinalOf(last);
  let given = made;
  let unsent: OwnEntry[] = [];
  let kept: OwnEntry[] = [];
  let elsewhere = { read: 0, isRead: false };
  let status: 'sharing' | 'alone' | 'over' = 'sharing';
  let sending: Promise<void> | null = null;

  function become(next: typeof status) {
    status = next;
    if (next === 'over') leaving.abort();
    sleeper.wake();
    onNews();
  }

  async function write(entries: readonly OwnEntry[], isLast = false) {
    try {
      const addition = { last, entries, checkpoint, isLast };
      const answer = await patiently(patienceMs, () => walk.append(fence, addition));
      if (answer === 'refused') return become('over');
      if (answer === 'gone') return become('alone');
      last = entries.at(-1)?.id ?? last;
      const { read, readAgoMs } = answer;
      elsewhere = { read, isRead: readAgoMs !== null && readAgoMs < leftAfterMs };
    } catch {
      become('alone');
    }
  }

  async function sendAll() {
    do {
      const entries = unsent;
      unsent = [];
      if (status === 'sharing') await write(entries);
      if (status === 'over') return;
      kept = [...kept, ...entries].slice(-mostKept);
      given = made - unsent.length;
      onNews();
    } while (unsent.length > 0);
  }

  function send(): Promise<void> {
    sending ??= sendAll().finally(() => {
      sending = null;
      sleeper.wake();
    });
    return sending;
  }

  function leaveWithoutReaders() {
    const isRead = furthest() !== null || (status === 'sharing' && elsewhere.isRead);
    if (!isRead) leaving.abort();
  }

  const renewing = setInterval(() => {
    void send().then(leaveWithoutReaders);
  }, renewEveryMs);

  function isAhead(): boolean {
    const read = Math.max(furthest() ?? 0, status === 'sharing' ? elsewhere.read : 0);
    return made - read >= mostAhead;
  }

  async function waitForReaders() {
    while (isAhead() && !leaving.signal.aborted) {
      await send();
      if (isAhead()) await sleeper.sleep(lookEveryMs);
    }
  }

  function take(event: WalkEvent) {
    made += 1;
    unsent.push({ id: `${fence}-${made}`, ordinal: made, event, checkpoint });
    // Rows are sent together with the checkpoint behind them, once the walk goes on.
    if (event.event !== 'numbers') void send();
  }

  async function run() {
    const onCheckpoint = (reached: string) => {
      checkpoint = reached;
      const newest = unsent.at(-1);
      if (newest) newest.checkpoint = reached;
      void send();
    };
    try {
      for await (const event of start(leaving.signal, onCheckpoint)) {
        take(event);
        await waitForReaders();
      }
    } catch (cause) {
      const error = ProblemError.unexpected(cause);
      take({ event: 'failed', error, loaded: 0, parts: { done: 0, all: 1 } });
    }
    clearInterval(renewing);
    while (unsent.length > 0 && status !== 'over') await send();
    await sending;
    if (status === 'sharing' && !kept.some(({ event }) => isLastEvent(event))) {
      await write([], true);
    }
    become('over');
  }

  return {
    /** Resolves when nothing more will come, and the right to write is given back. */
    ended: run(),
    /** Whether the walk may be found by new readers: the store has all of it. */
    isShared: () => status === 'sharing',
    isOver: () => status === 'over',
    /** Events behind an ordinal; undefined when only the store has them. */
    behind(ordinal: number): readonly OwnEntry[] | undefined {
      const first = kept[0];
      const isKept = ordinal >= given || (first !== undefined && first.ordinal <= ordinal + 1);
      return isKept ? kept.filter((entry) => entry.ordinal > ordinal) : undefined;
    },
    /** Readers have gone on. */
    onRead: sleeper.wake,
    /** A reader has left. */
    onLeft: leaveWithoutReaders,
    stop: () => leaving.abort(),
  };
}

export type WalkOwner = ReturnType<typeof createWalkOwner>;
