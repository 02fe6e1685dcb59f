import { useMemo } from 'react';
import type { Address } from '../address/address.ts';
import { createStore, useStore } from '../lib/store.ts';
import { rowList } from './row-list.ts';
import type { createRowViewer } from './row-view.ts';

type Loaded = { create: typeof createRowViewer } | { failure: unknown };

const store = createStore<Loaded | null>(() => null);

/** Loads the code that filters, counts, searches and sorts rows, which plain first rows do not need. */
export async function loadRowViewer(): Promise<void> {
  try {
    const { createRowViewer } = await import('./row-view.ts');
    store.set({ create: createRowViewer });
  } catch (failure) {
    store.set({ failure });
  }
}

/** Whether the first rows of an address are others than the first ones of the answer. */
export const needsRowViewer = ({ q, check, rented, sort }: Address): boolean =>
  [q, check, rented, sort].some((value) => value !== null);

const none: ReadonlyMap<string, number> = new Map();
const uncounted = { country_code: none, type: none, voice: none, messaging: none };

/** All rows as they came. */
const viewAll: ReturnType<typeof createRowViewer> = (set) => rowList(set, null, uncounted);

/** Makes views of rows; without filters and counts until the code for these is loaded. */
export function useRowViewer(): ReturnType<typeof createRowViewer> {
  const loaded = useStore(store);
  if (loaded !== null && 'failure' in loaded) throw loaded.failure;
  return useMemo(() => loaded?.create() ?? viewAll, [loaded]);
}
