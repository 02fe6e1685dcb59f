import { useEffect, useMemo, useState } from 'react';
import { type NumberSelection, selectionCovers } from '#contract/selection.ts';
import { useStore } from '../lib/store.ts';
import { createInventoryActions } from './inventory-actions.ts';
import { createInventoryStore } from './inventory-store.ts';
import type { ListSource } from './list-state.ts';

/**
 * The inventory as a source, if it covers the selection. A walk of another selection is paused,
 * because nobody sees it.
 */
export function useInventory(selection: NumberSelection) {
  const [store] = useState(createInventoryStore);
  const [inventory] = useState(() => createInventoryActions(store));
  const held = useStore(store);
  const isSeen = held !== null && selectionCovers(held.selection, selection);
  const source = useMemo((): ListSource | null => {
    if (!isSeen) return null;
    return {
      ...held,
      isInventory: true,
      isFetching: false,
      hasMore: false,
      loadMore: inventory.resume,
      refresh: inventory.refresh,
      stopRefreshing: inventory.stopRefreshing,
    };
  }, [isSeen, held, inventory]);

  const isUnseen = held?.scope.status === 'walking' && !isSeen;
  useEffect(() => {
    if (isUnseen) void inventory.pause();
  }, [isUnseen, inventory]);

  return { inventory, source, adopt: store.adopt };
}
