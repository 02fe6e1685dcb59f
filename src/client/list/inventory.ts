import type { NumberSelection } from '#contract/selection.ts';
import { ApiError } from '../lib/api-error.ts';
import { type Collector, createComparison, createFilling } from './collectors.ts';
import type { CompleteInventory, HeldInventory, InventoryState, Pace } from './inventory-state.ts';
import type { InventoryStore } from './inventory-store.ts';
import { openInventory } from './open-inventory.ts';
import { createRate } from './rate.ts';
import { createRowSet, type RowSet } from './row-set.ts';
import { type OpenStream, walkInventory } from './walk.ts';

const startPace: Pace = { loaded: 0, requests: 0, perSecond: null, estimate: null };

/** How often the page follows what comes: less often the more there is to look through again. */
const followEveryMs = (rows: number) => Math.max(100, rows / 200);
/** How often it looks again although nothing came: a rate falls also then. */
const beatMs = 1000;

const toApiError = (error: unknown) =>
  error instanceof ApiError ? error : new ApiError('page_failed');

/**
 * The whole list of one selection: walks it, pauses, goes on, walks it again. What a walk brings is
 * in the state's set at once; the store is told a few times a second.
 */
export function createInventory(
  store: Pick<InventoryStore, 'get' | 'set'>,
  open: OpenStream = openInventory,
) {
  let controller = new AbortController();
  let followTimer: ReturnType<typeof setTimeout> | undefined;
  // Of the walk that is paused or stopped, to go on with.
  let filling: Collector<RowSet> | null = null;
  let checkpoint: string | null = null;

  function become(next: InventoryState) {
    clearTimeout(followTimer);
    followTimer = undefined;
    store.set(next);
  }

  function stopWalking() {
    controller.abort();
    controller = new AbortController();
  }

  /** Walks, following with `follow`; null when it was aborted meanwhile. */
  async function walk<T>(
    selection: NumberSelection,
    collector: Collector<T>,
    from: string | null,
    follow: (pace: Pace) => void,
  ) {
    const { signal } = controller;
    const rate = createRate(Date.now(), collector.count);
    let progress: Pick<Pace, 'requests' | 'estimate'> = startPace;
    const later = () => {
      if (signal.aborted) return;
      followTimer ??= setTimeout(() => {
        const { count: loaded } = collector;
        follow({ ...progress, loaded, perSecond: rate.read(Date.now(), loaded) });
      }, followEveryMs(collector.count));
    };
    const beat = setInterval(later, beatMs);
    const done = await walkInventory({
      open,
      selection,
      collector,
      signal,
      checkpoint: from,
      onCheckpoint(reached) {
        checkpoint = reached;
      },
      onNumbers: later,
      onProgress({ requests, estimate = null }) {
        progress = { requests, estimate };
        later();
      },
    }).finally(() => clearInterval(beat));
    const result = await collector.finish();
    signal.throwIfAborted();
    return { result, done };
  }

  async function fill(held: HeldInventory) {
    const { selection, set } = held;
    const { signal } = controller;
    const from = checkpoint;
    // From its beginning a walk brings every number again: what came before it proves nothing.
    if (filling === null || from === null) filling = createFilling(set);
    const { count } = filling;
    become({ status: 'running', selection, set, pace: { ...startPace, loaded: count } });
    try {
      const { result, done } = await walk(selection, filling, from, (pace) =>
        become({ status: 'running', selection, set, pace }),
      );
      filling = null;
      checkpoint = null;
      become({
        status: 'complete',
        selection,
        set: result,
        at: Date.parse(done.asOf),
        skipped: done.skipped,
        isWalked: true,
        refreshing: null,
        changes: null,
      });
    } catch (error) {
      const state = store.get();
      if (signal.aborted || state.status !== 'running') return;
      const failure = toApiError(error);
      if (failure.code === 'invalid_cursor' && from !== null) {
        checkpoint = null;
        await fill(held);
        return;
      }
      become({
        status: 'stopped',
        selection,
        set,
        pace: state.pace,
        error: failure,
        at: Date.now(),
      });
    }
  }

  return {
    /** Walks a selection from its beginning; the rows that are loaded already stay first. */
    start(selection: NumberSelection, loaded: RowSet) {
      stopWalking();
      filling = null;
      checkpoint = null;
      const set = createRowSet(loaded.rows);
      return fill({ status: 'paused', selection, set, pace: startPace });
    },

    pause() {
      const state = store.get();
      if (state.status !== 'running') return;
      const { selection, set, pace } = state;
      stopWalking();
      become({ status: 'paused', selection, set, pace });
    },

    /** Goes on with a walk that is paused or stopped, from where it was where that is known. */
    resume() {
      const state = store.get();
      if (state.status !== 'paused' && state.status !== 'stopped') return;
      return fill(state);
    },

    /** Lets go of a walk and of what it brought. */
    cancel() {
      stopWalking();
      filling = null;
      checkpoint = null;
      become({ status: 'none' });
    },

    /** Walks a complete list again behind the one on screen, then says what has changed. */
    async refresh() {
      const state = store.get();
      if (state.status !== 'complete') return;
      stopWalking();
      const { signal } = controller;
      const before: CompleteInventory = { ...state, refreshing: null, changes: null };
      // The server remembers no walk that was gone on with, and none from before it was started.
      const whole = { total: before.set.rows.length };
      let pace = startPace;
      const show = (next: Pace) => {
        pace = { ...next, estimate: next.estimate ?? whole };
        become({ ...before, refreshing: { status: 'running', pace } });
      };
      show(startPace);
      try {
        const comparison = createComparison(before.set, before.at);
        const { result, done } = await walk(before.selection, comparison, null, show);
        become({
          ...before,
          ...result,
          at: Date.parse(done.asOf),
          skipped: done.skipped,
          isWalked: true,
        });
      } catch (error) {
        if (signal.aborted) return;
        const refreshing = {
          status: 'stopped',
          pace,
          error: toApiError(error),
          at: Date.now(),
        } as const;
        become({ ...before, refreshing });
      }
    },

    stopRefreshing() {
      const state = store.get();
      if (state.status !== 'complete' || state.refreshing === null) return;
      stopWalking();
      become({ ...state, refreshing: null });
    },

    dismissChanges() {
      const state = store.get();
      if (state.status === 'complete') become({ ...state, changes: null });
    },
  };
}

export type Inventory = ReturnType<typeof createInventory>;
