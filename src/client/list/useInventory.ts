import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { type NumberSelection, selectionCovers } from '#contract/selection.ts';
import { useStore } from '../lib/store.ts';
import { afterFirstRows } from '../ui/after-first-rows.ts';
import { showToast } from '../ui/toast.ts';
import * as words from '../words/app.ts';
import type { Inventory } from './inventory.ts';
import { createInventoryStore, type InventoryStore } from './inventory-store.ts';
import type { HeldInventory, ListSource, ListState } from './list-state.ts';
import { createRowSet } from './row-set.ts';

/** Actions on the inventory; their code loads after the first rows. */
function createInventoryActions(
  store: InventoryStore,
  account: string | null,
  snapshot: number | null,
) {
  async function load(): Promise<Inventory> {
    const [{ createInventory }, { openInventory }] = await Promise.all([
      import('./inventory.ts'),
      import('./open-inventory.ts'),
    ]);
    return createInventory(store, openInventory(account, snapshot));
  }

  // The first rows of a snapshot wait for this code.
  let loading = snapshot === null ? afterFirstRows(load) : load();
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
      showToast({ text: words.pageIncomplete });
    }
  }

  return {
    start: (...of: Parameters<Inventory['start']>) => act((inventory) => inventory.start(...of)),
    open: () => act((inventory) => inventory.open()),
    pause: () => act((inventory) => inventory.pause()),
    leave: () => act((inventory) => inventory.leave()),
    resume: () => act((inventory) => inventory.resume()),
    cancel: () => act((inventory) => inventory.cancel()),
    refresh: () => act((inventory) => inventory.refresh()),
    stopRefreshing: () => act((inventory) => inventory.stopRefreshing()),
    dismissChanges: () => act((inventory) => inventory.dismissChanges()),
  };
}

function createHome(account: string | null, snapshot: number | null) {
  const store = createInventoryStore();
  return { store, inventory: createInventoryActions(store, account, snapshot) };
}

/** How long the inventory of an account is kept for its reader's return: it may be a whole list. */
const keptMs = 10 * 60 * 1000;
/** A reader may pass many snapshots, and the server gives each again at once. */
const keptPastMs = 10 * 1000;

/** The inventory of an account: of now, or of a snapshot. */
function useHome(account: string | null, snapshot: number | null) {
  const { data } = useQuery({
    queryKey: ['inventory', account, snapshot],
    initialData: () => createHome(account, snapshot),
    enabled: false,
    gcTime: snapshot === null ? keptMs : keptPastMs,
    structuralSharing: false,
  });
  return data;
}

/** A snapshot whose list has not come yet. */
const opening: Omit<HeldInventory, 'scope'> & Pick<ListState, 'scope'> = {
  selection: {},
  set: createRowSet(),
  scope: { status: 'loading' },
  skipped: 0,
  restarted: 0,
  isWalked: true,
  refreshing: null,
  changes: null,
};

/**
 * The inventory as a source, if it covers the selection. A walk of another selection or account is
 * paused, because nobody sees it.
 *
 * @param snapshot the snapshot that takes the place of the list of now: its whole list is read at
 * once, and covers every selection.
 */
export function useInventory(
  account: string | null,
  snapshot: number | null,
  selection: NumberSelection,
) {
  const { store, inventory } = useHome(account, snapshot);
  const isPast = snapshot !== null;
  const stored = useStore(store);
  const held = isPast ? (stored ?? opening) : stored;
  const isSeen = held !== null && selectionCovers(held.selection, selection);
  const source = useMemo((): ListSource | null => {
    if (!isSeen) return null;
    return {
      ...held,
      scope: isPast ? { ...held.scope, kept: 'past' } : held.scope,
      isInventory: true,
      isAway: false,
      parts: { all: 1, unasked: 0, areAwaited: false },
      isFetching: false,
      hasMore: false,
      loadMore: inventory.resume,
      refresh: inventory.refresh,
      stopRefreshing: inventory.stopRefreshing,
    };
  }, [isSeen, isPast, held, inventory]);

  useEffect(() => {
    if (isPast) void inventory.open();
  }, [isPast, inventory]);

  const isUnseen = held?.scope.status === 'walking' && !isSeen;
  useEffect(() => {
    if (isUnseen) void inventory.pause();
  }, [isUnseen, inventory]);

  useEffect(
    () => () => {
      const left = store.get();
      if (left?.scope.status === 'walking' || left?.refreshing) void inventory.leave();
    },
    [store, inventory],
  );

  return { inventory, source, adopt: store.adopt };
}
