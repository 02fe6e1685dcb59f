import type { NumberSelection } from '#contract/selection.ts';
import type { InventoryState } from './inventory-state.ts';
import type { RowSet } from './row-set.ts';

/** Holds the inventory from the start; the code that walks the list is loaded on use. */
export function createInventoryStore() {
  let state: InventoryState = { status: 'none' };
  const listeners = new Set<() => void>();

  function become(next: InventoryState) {
    state = next;
    for (const listener of listeners) listener();
  }

  return {
    get: () => state,
    become,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Takes over a list that was read to its last page, unless a walk has one or is about to. */
    adopt(selection: NumberSelection, set: RowSet, at: number, skipped: number) {
      const isPaged = state.status === 'complete' && !state.isWalked && state.refreshing === null;
      if (state.status !== 'none' && !isPaged) return;
      become({
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
