import { createStore, useStore } from '../lib/store.ts';

/** The dialogs over the page; one is open at a time. */
export type DeskDialog = 'commands' | 'keys' | 'paste';

const store = createStore<DeskDialog | null>(() => null);

/** Opens one of the dialogs, from anywhere on the page. */
export const openDeskDialog = (next: DeskDialog): void => store.set(next);

/** Reports that a dialog was closed. Another dialog that is open by then stays open. */
export function closeDeskDialog(closed: DeskDialog): void {
  if (store.get() === closed) store.set(null);
}

export const useDeskDialog = () => useStore(store);
