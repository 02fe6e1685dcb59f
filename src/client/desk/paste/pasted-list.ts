import { setAddress } from '../../address/address-bar.ts';
import { createStore, useStore } from '../../lib/store.ts';
import { currentPastedRows, holdPastedLines, pastedEntry } from '../../list/pasted-filter.ts';
import type { PastedList } from './read-list.ts';

interface Pasted {
  text: string;
  /** The country of national numbers; undefined until the reader chooses one, null for none. */
  country: string | null | undefined;
  list: PastedList;
  /** The share of the text that is read, from 0 to 1; null when the whole text is read. */
  progress: number | null;
  /** The SID of the number that was last opened from the comparison. */
  opened: string | null;
}

export const emptyList: PastedList = { numbers: new Map(), repeated: 0, unread: [] };

const nothing: Pasted = {
  text: '',
  country: undefined,
  list: emptyList,
  progress: null,
  opened: null,
};

/** The pasted list: in the memory of this page only, until it is cleared. */
const store = createStore(() => nothing);

export const usePasted = () => useStore(store);

export const changePasted = (changes: Partial<Pasted>) => store.set({ ...store.get(), ...changes });

/**
 * Clears the list, and shows all rows.
 *
 * @returns a function that brings the list back.
 */
export function clearPasted(): () => void {
  const before = store.get();
  const entry = currentPastedRows();
  store.set(nothing);
  holdPastedLines(null);
  setAddress({}, { entry: pastedEntry('pastedRows', false) });
  return () => {
    store.set(before);
    holdPastedLines(before.list.numbers);
    setAddress({}, { entry });
  };
}

/** Takes over a list that was read, for the comparison and for the table. */
export function holdPasted(list: PastedList): void {
  changePasted({ list, progress: null });
  holdPastedLines(list.numbers);
}
