import { currentEntry, setAddress, useEntry } from '../address/address-bar.ts';
import { createStore, useStore } from '../lib/store.ts';
import type { Lines, PastedFilter } from './pasted-rows.ts';

let readings = 0;
const held = createStore<PastedFilter | null>(() => null);

/** Holds the numbers of the pasted list for the table, in memory only; null when there are none. */
export function holdPastedLines(lines: Lines | null): void {
  readings += 1;
  held.set(lines && lines.size > 0 ? { lines, key: `pasted-${readings}` } : null);
}

/** Entries of the history outlive the page, and the list does not. */
const thisPage = performance.timeOrigin;

type EntryKey = 'pastedRows' | 'pastedDialog';

const hasEntry = (entry: unknown, key: EntryKey) => Object(entry)[key] === thisPage;

/**
 * The part of a history entry that says whether the table shows the pasted list, or whether its
 * comparison is open. The address has neither: a link would not hold the list.
 */
export const pastedEntry = (key: EntryKey, isOn: boolean) => ({ [key]: isOn ? thisPage : null });

export const usePastedEntry = (key: EntryKey) => hasEntry(useEntry(), key);

/** The part of the present entry that says whether the table shows the pasted list. */
export const currentPastedRows = () =>
  pastedEntry('pastedRows', hasEntry(currentEntry(), 'pastedRows'));

/** Shows all rows again. Back returns to the filter. */
export const hidePasted = () =>
  setAddress({}, { history: 'push', entry: pastedEntry('pastedRows', false) });

/** The pasted list while the table shows only its rows; null otherwise. */
export function usePastedFilter(): PastedFilter | null {
  const isShown = usePastedEntry('pastedRows');
  const filter = useStore(held);
  return isShown ? filter : null;
}
