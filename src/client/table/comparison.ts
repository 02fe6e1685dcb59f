import { createStore, useStore } from '../lib/store.ts';

/** How many numbers fit side by side. */
const mostCompared = 4;

export const canCompare = (count: number) => count >= 2 && count <= mostCompared;

const store = createStore(() => false);

/** Whether the selected rows are to be compared. */
export const useComparison = () => useStore(store);
export const openComparison = () => store.set(true);
export const closeComparison = () => store.set(false);
