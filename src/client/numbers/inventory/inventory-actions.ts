import type { Inventory } from './inventory.ts';
import type { InventoryStore } from './inventory-store.ts';

/** What can be done about the inventory; the code for it is loaded by the first that is done. */
export function createInventoryActions(store: InventoryStore) {
  let loading: Promise<Inventory> | undefined;

  async function load(): Promise<Inventory> {
    const [{ createInventory }, { openInventory }] = await Promise.all([
      import('./inventory.ts'),
      import('./open-inventory.ts'),
    ]);
    return createInventory(store, openInventory);
  }

  const ready = () => {
    loading ??= load();
    return loading;
  };

  return {
    start: async (...of: Parameters<Inventory['start']>) => (await ready()).start(...of),
    pause: async () => (await ready()).pause(),
    resume: async () => (await ready()).resume(),
    cancel: async () => (await ready()).cancel(),
    refresh: async () => (await ready()).refresh(),
    stopRefreshing: async () => (await ready()).stopRefreshing(),
    dismissChanges: async () => (await ready()).dismissChanges(),
  };
}

export type InventoryActions = ReturnType<typeof createInventoryActions>;
