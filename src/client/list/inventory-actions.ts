import { afterFirstRows } from '../ui/after-first-rows.ts';
import { announce } from '../ui/announce.ts';
import * as words from '../words/app.ts';
import type { Inventory } from './inventory.ts';
import type { InventoryStore } from './inventory-store.ts';

/** Actions on the inventory; their code loads after the first rows. */
export function createInventoryActions(store: InventoryStore) {
  async function load(): Promise<Inventory> {
    const { createInventory } = await import('./inventory.ts');
    return createInventory(store);
  }

  let loading = afterFirstRows(load);
  const ready = () => {
    // Loads the code again when the first attempt failed, for instance because the server was away.
    loading = loading.catch(load);
    return loading;
  };
  ready().catch(() => {});

  async function act(action: (inventory: Inventory) => unknown) {
    try {
      await action(await ready());
    } catch {
      announce(words.pageIncomplete);
    }
  }

  return {
    start: (...of: Parameters<Inventory['start']>) => act((inventory) => inventory.start(...of)),
    pause: () => act((inventory) => inventory.pause()),
    resume: () => act((inventory) => inventory.resume()),
    cancel: () => act((inventory) => inventory.cancel()),
    refresh: () => act((inventory) => inventory.refresh()),
    stopRefreshing: () => act((inventory) => inventory.stopRefreshing()),
    dismissChanges: () => act((inventory) => inventory.dismissChanges()),
  };
}
