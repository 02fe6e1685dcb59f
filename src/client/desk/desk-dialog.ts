import { createStore, useStore } from '../lib/store.ts';

/** The dialogs over the page; one is open at a time. */
type DeskDialog =
  | 'commands'
  | 'keys'
  | 'paste'
  | 'more'
  | 'views'
  | 'columns'
  | 'accounts'
  | 'find';

/**
 * One opening of a dialog. The browser's close event may come after the next opening, so it names its
 * own.
 */
interface Opening {
  dialog: DeskDialog;
  /** React's key of the opening. */
  count: number;
  /** What the dialog begins with. */
  text: string;
}

let count = 0;
const store = createStore<Opening | null>(() => null);

/** Opens one of the dialogs, from anywhere on the page. */
export function openDeskDialog(dialog: DeskDialog, text = ''): void {
  count += 1;
  store.set({ dialog, count, text });
}

/** Reports that a dialog was closed, or closes one by its name. Any other dialog stays open. */
export function closeDeskDialog(closed: Opening | DeskDialog): void {
  const open = store.get();
  if (open === closed || open?.dialog === closed) store.set(null);
}

export const useDeskDialog = () => useStore(store);
