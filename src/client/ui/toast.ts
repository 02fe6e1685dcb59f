import { createStore, useStore } from '../lib/store.ts';

interface Act {
  /** What was done, as a sentence without a full stop. */
  text: string;
  /** Takes back what was done, where that is possible. */
  undo?: (() => void) | undefined;
}

/** A message about an act of the reader. Every act has a message of its own, also a repeated one. */
export interface Toast extends Act {
  id: number;
}

let count = 0;
const store = createStore<Toast | null>(() => null);

/** Shows and announces what was done, for the seconds of `Toasts.tsx`. A new message replaces the one before. */
export function showToast(act: Act): void {
  count += 1;
  store.set({ ...act, id: count });
}

/** Ends a message, unless another one has replaced it. */
export function hideToast(toast: Toast): void {
  if (store.get() === toast) store.set(null);
}

export const useToast = () => useStore(store);
