import type { NumberSelection } from '#contract/selection.ts';
import type { InventoryState } from './inventory-state.ts';
import type { RowSet } from './row-set.ts';

/** Where the inventory is held. There from the start; what walks it is loaded when it is wanted. */
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
    /** Takes a list whose last page was read for the whole that it is, unless a walk's is here or due. */
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
