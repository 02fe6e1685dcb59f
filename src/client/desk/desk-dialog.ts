import { createStore, useStore } from '../lib/store.ts';

/** The dialogs over the page; one is open at a time. */
export type DeskDialog = 'commands' | 'keys' | 'paste';

/** A dialog each time that it is opened: a browser tells later that the one before was closed. */
interface Opening {
  dialog: DeskDialog;
  count: number;
}

let count = 0;
const store = createStore<Opening | null>(() => null);

/** Opens one of the dialogs, from anywhere on the page. */
export function openDeskDialog(dialog: DeskDialog): void {
  count += 1;
  store.set({ dialog, count });
}

/** Reports that a dialog was closed. A dialog that was opened since stays open. */
export function closeDeskDialog(closed: Opening): void {
  if (store.get() === closed) store.set(null);
}

export const useDeskDialog = () => useStore(store);
