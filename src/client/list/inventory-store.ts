import type { NumberSelection } from '#contract/selection.ts';
import { createStore } from '../lib/store.ts';
import type { InventoryState } from './inventory-state.ts';
import type { RowSet } from './row-set.ts';

/** Holds the inventory from the start; the code that walks the list is loaded on use. */
export function createInventoryStore() {
  const store = createStore<InventoryState>(() => ({ status: 'none' }));
  return {
    ...store,
    /** Takes over a list that was read to its last page, unless a walk has one or is about to. */
    adopt(selection: NumberSelection, set: RowSet, at: number, skipped: number) {
      const state = store.get();
      const isPaged = state.status === 'complete' && !state.isWalked && state.refreshing === null;
      if (state.status !== 'none' && !isPaged) return;
      store.set({
        status: 'complete',
        selection,
        set,
        at,
        skipped,
        isWalked: false,
        refreshing: null,
        changes: null,
      });
    },
  };
}

export type InventoryStore = ReturnType<typeof createInventoryStore>;
