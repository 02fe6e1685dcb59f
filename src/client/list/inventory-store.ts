import { createStore } from '../lib/store.ts';
import type { HeldInventory, ListState } from './list-state.ts';

/** Holds the inventory, or null. It exists at once; the code that walks is loaded later. */
export function createInventoryStore() {
  const store = createStore<HeldInventory | null>(() => null);
  return {
    ...store,
    /**
     * Takes over a list that was read to its last page, unless a walk gives or gave the list, or the
     * list that is held is being read again.
     */
    adopt({ selection, set, scope, skipped, restarted }: ListState) {
      const held = store.get();
      if (scope.status !== 'complete' || held?.isWalked || held?.refreshing) return;
      const rest = { skipped, restarted, isWalked: false, refreshing: null, changes: null };
      store.set({ selection, set, scope, ...rest });
    },
  };
}

export type InventoryStore = ReturnType<typeof createInventoryStore>;
