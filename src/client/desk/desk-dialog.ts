import { useSyncExternalStore } from 'react';

/** The dialogs over the page; one is open at a time. */
export type DeskDialog = 'commands' | 'keys' | 'paste';

let open: DeskDialog | null = null;
const listeners = new Set<() => void>();

function become(next: DeskDialog | null) {
  open = next;
  for (const listener of listeners) listener();
}

/** Opens one of the dialogs, from anywhere on the page. */
export const openDeskDialog = (next: DeskDialog): void => become(next);

/** Reports that a dialog was closed. Another dialog that is open by then stays open. */
export function closeDeskDialog(closed: DeskDialog): void {
  if (open === closed) become(null);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useDeskDialog = () => useSyncExternalStore(subscribe, () => open);
