import type { NumberSelection } from '#contract/selection.ts';
import { showToast } from '../ui/toast.ts';
import * as words from '../words/list.ts';
import { type Collector, createComparison, createFilling } from './collectors.ts';
import type { InventoryStore } from './inventory-store.ts';
import { type HeldInventory, listFailure } from './list-state.ts';
import { pacedWalk, startPace } from './paced-walk.ts';
import { createRowSet, type RowSet } from './row-set.ts';
import type { Pace } from './scope.ts';
import type { Done, OpenStream, StreamPlace } from './walk.ts';

const beginning: StreamPlace = { after: null, checkpoint: null, fresh: false };
const isBeginning = ({ after, checkpoint }: StreamPlace) => after === null && checkpoint === null;

/** The other fields of a walk's list; its end or a refresh overwrites some. */
const walked = { skipped: 0, restarted: 0, isWalked: true, refreshing: null, changes: null };

/** A list whose walk has reached its proven end. */
function proven(set: RowSet, { asOf, skipped, snapshot }: Done) {
  const at = Date.parse(asOf);
  const complete = { status: 'complete', loaded: set.rows.length, skipped, at } as const;
  const scope: HeldInventory['scope'] =
    snapshot === undefined ? complete : { ...complete, kept: 'recent' };
  return { set, skipped, scope };
}

/**
 * The whole list of one selection: walks it, pauses, goes on, walks it again. What a walk brings is
 * in the state's set at once; the store is told a few times a second.
 */
export function createInventory(store: Pick<InventoryStore, 'get' | 'set'>, open: OpenStream) {
  let controller = new AbortController();
  /** What a walk that is paused or stopped has brought, and where it goes on. */
  let filling: Collector<RowSet> | null = null;
  let place = beginning;
  /** Which list is walked: its selection, and how often its pages were read again. */
  let walkedList = '';
  /** The rows of a cancelled walk, which the next walk of the same list continues. */
  let aside: RowSet | null = null;
  let loadedBefore = 0;

  function stopWalking() {
    controller.abort();
    controller = new AbortController();
  }

  const walk = <T>(
    selection: NumberSelection,
    collector: Collector<T>,
    from: StreamPlace,
    follow: (pace: Pace) => void,
  ) =>
    pacedWalk({
      open,
      selection,
      collector,
      signal: controller.signal,
      place: from,
      onPlace(reached) {
        place = reached;
      },
      follow,
    });

  function forget() {
    filling = null;
    place = beginning;
  }

  async function fill(selection: NumberSelection, set: RowSet) {
    const { signal } = controller;
    const from = place;
    // From its beginning a walk brings every number again: what came before it proves nothing.
    if (filling === null || isBeginning(from)) filling = createFilling(set);
    const show = (scope: HeldInventory['scope']) => store.set({ ...walked, selection, set, scope });
    const follow = (pace: Pace) => show({ status: 'walking', loaded: set.rows.length, pace });
    follow({ ...startPace, loaded: filling.count });
    try {
      const { result, done } = await walk(selection, filling, from, follow);
      forget();
      store.set({ ...walked, selection, ...proven(result, done) });
    } catch (error) {
      if (signal.aborted) return;
      const failure = listFailure(error);
      if (failure.code === 'invalid_cursor' && !isBeginning(place)) {
        place = beginning;
        await fill(selection, set);
        return;
      }
      show({ status: 'stopped', loaded: set.rows.length, error: failure, at: Date.now() });
    }
  }

  function pause() {
    const held = store.get();
    if (held?.scope.status !== 'walking') return;
    stopWalking();
    store.set({ ...held, scope: { status: 'paused', loaded: held.set.rows.length } });
  }

  function stopRefreshing() {
    const held = store.get();
    if (!held?.refreshing) return;
    stopWalking();
    store.set({ ...held, refreshing: null });
  }

  return {
    pause,
    stopRefreshing,

    /** Asks for nothing more, because the reader has gone; what was read is kept. */
    leave() {
      pause();
      if (store.get()?.refreshing?.status === 'running') stopRefreshing();
    },

    /**
     * Walks a selection; the rows that are loaded already stay first. A cancelled walk of the same
     * list is gone on with.
     *
     * @param refreshes how often the pages of the list were read again: what came before is older.
     */
    start(selection: NumberSelection, loaded: RowSet, refreshes = 0) {
      stopWalking();
      const list = JSON.stringify([selection, refreshes]);
      const set = list === walkedList ? aside : null;
      aside = null;
      walkedList = list;
      loadedBefore = loaded.rows.length;
      if (set === null) {
        forget();
        return fill(selection, createRowSet(loaded.rows));
      }
      for (const row of loaded.rows) set.put({ ...row });
      return fill(selection, set);
    },

    /** Reads a list that can only be read as a whole: a snapshot. Goes on where it was left. */
    open() {
      const held = store.get();
      if (held !== null && held.scope.status !== 'paused') return;
      return held === null ? fill({}, createRowSet()) : fill(held.selection, held.set);
    },

    /** Goes on with a walk that is paused or stopped, from where it was where that is known. */
    resume() {
      const held = store.get();
      if (held?.scope.status !== 'paused' && held?.scope.status !== 'stopped') return;
      return fill(held.selection, held.set);
    },

    /** Gives back the list from before a walk, and keeps what the walk has read for the next one. */
    cancel() {
      const held = store.get();
      if (held === null || held.scope.status === 'complete') return;
      stopWalking();
      aside = held.set;
      store.set(null);
      const read = held.set.rows.length;
      if (read > loadedBefore) showToast({ text: words.readIsKept(read) });
    },

    /** Walks a complete list again behind the one on screen, then says what has changed. */
    async refresh() {
      const held = store.get();
      if (held?.scope.status !== 'complete') return;
      stopWalking();
      // What an earlier walk had brought is older than what comes now.
      aside = null;
      forget();
      const { signal } = controller;
      const before = { ...held, refreshing: null, changes: null };
      // The server remembers no walk that was gone on with, and none from before it was started.
      const whole = { total: before.set.rows.length };
      const follow = (pace: Pace) =>
        store.set({
          ...before,
          refreshing: {
            status: 'running',
            pace: { ...pace, estimate: pace.estimate ?? whole },
          },
        });
      follow(startPace);
      // A refresh reads the list of now: it does not join a walk that others have begun.
      const fresh = { ...beginning, fresh: true };
      try {
        const comparison = createComparison(before.set, held.scope.at);
        const { result, done } = await walk(before.selection, comparison, fresh, follow);
        const { set, changes } = result;
        store.set({ ...walked, selection: before.selection, ...proven(set, done), changes });
      } catch (error) {
        if (signal.aborted) return;
        store.set({
          ...before,
          refreshing: { status: 'stopped', error: listFailure(error), at: Date.now() },
        });
      }
    },

    dismissChanges() {
      const held = store.get();
      if (held) store.set({ ...held, changes: null });
    },
  };
}

export type Inventory = ReturnType<typeof createInventory>;
