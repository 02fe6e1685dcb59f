import { useSyncExternalStore } from 'react';

/** What opens over the desk; there is one at a time. */
export type DeskDialog = 'commands' | 'keys' | 'paste';

let open: DeskDialog | null = null;
const listeners = new Set<() => void>();

function become(next: DeskDialog | null) {
  open = next;
  for (const listener of listeners) listener();
}

/** Opens one of the dialogs of the desk, from anywhere. */
export const openDeskDialog = (next: DeskDialog): void => become(next);

/** Says that a dialog was closed. By then another one may be open, which stays. */
export function closeDeskDialog(closed: DeskDialog): void {
  if (open === closed) become(null);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useDeskDialog = () => useSyncExternalStore(subscribe, () => open);
