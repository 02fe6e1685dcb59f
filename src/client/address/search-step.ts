import type { Address } from './address.ts';
import { backFromAddress, currentAddress, currentEntry, setAddress } from './address-bar.ts';

const noSearch = { number: null, q: null };

/** What the entry before the one of a search shows; undefined where the search was not begun on the page. */
const entryBelow = (): unknown => Object(currentEntry()).own?.searchOver;

/**
 * Changes the search. A search is one step of the history, however many texts are typed on the way:
 * only its beginning adds an entry.
 */
export function changeSearch(search: Pick<Address, 'number' | 'q'>, isBeginning: boolean): void {
  const searchOver = JSON.stringify(currentAddress());
  setAddress(search, isBeginning ? { history: 'push', own: { searchOver } } : {});
}

/**
 * Ends the search: returns to the entry that it was begun over, unless the page shows something else by
 * now.
 *
 * @returns whether the browser is on its way there, which takes a moment.
 */
export function leaveSearch(isBeginning: boolean): boolean {
  if (entryBelow() === JSON.stringify({ ...currentAddress(), ...noSearch })) backFromAddress();
  else changeSearch(noSearch, isBeginning);
  const { number, q } = currentAddress();
  return number !== null || q !== null;
}
