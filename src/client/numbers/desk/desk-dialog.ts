import { useSyncExternalStore } from 'react';

/** What opens over the desk; there is one at a time. */
export type DeskDialog = 'commands' | 'keys' | 'paste';

let open: DeskDialog | null = null;
const listeners = new Set<() => void>();

/** Opens one of the dialogs of the desk from anywhere, or closes the one there is. */
export function setDeskDialog(next: DeskDialog | null): void {
  open = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useDeskDialog = () => useSyncExternalStore(subscribe, () => open);
