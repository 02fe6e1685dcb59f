import { useEffect, useState } from 'react';
import { type NumberSelection, selectionCovers } from '#contract/selection.ts';
import { useStore } from '../lib/store.ts';
import { useAfterSignIn } from '../lib/useAfterSignIn.ts';
import { createInventoryActions } from './inventory-actions.ts';
import { createInventoryStore } from './inventory-store.ts';

/**
 * The whole list, held where it is or becomes the answer to a selection. A walk of something else
 * pauses: what nobody sees is not loaded.
 */
export function useInventory(selection: NumberSelection) {
  const [store] = useState(createInventoryStore);
  const [inventory] = useState(() => createInventoryActions(store));
  const state = useStore(store);
  const held =
    state.status !== 'none' && selectionCovers(state.selection, selection) ? state : null;

  const isUnseen = state.status === 'running' && held === null;
  useEffect(() => {
    if (isUnseen) void inventory.pause();
  }, [isUnseen, inventory]);

  useAfterSignIn(() => {
    const failed = state.status === 'complete' ? state.refreshing : state;
    if (failed?.status !== 'stopped' || failed.error.code !== 'unauthenticated') return;
    void (failed === state ? inventory.resume() : inventory.refresh());
  });

  return { inventory, held, adopt: store.adopt };
}
