import type { SetOptions } from '../lib/address-store.ts';
import { createStore, useStore } from '../lib/store.ts';
import type { Address } from './address.ts';
import { backFromAddress, currentAddress, currentEntry, setAddress } from './address-bar.ts';

/** An address without its open number: what is seen when the details are closed. */
const below = (address: Address) => JSON.stringify({ ...address, open: null });

/** What the entry before the one of open details shows; undefined where details were not opened on the page. */
const entryBelow = (): unknown => Object(currentEntry()).own?.detailsOver;

const openings = createStore(() => 0);

/** How often details were opened. Each time they take the focus; from row to row they keep it. */
export const useOpenings = () => useStore(openings);

/**
 * Opens the details of a number, by its key. Open details are one entry in the history: the next
 * number takes the place of the one before.
 *
 * @param options makes an entry of its own even so, and says what it holds.
 */
export function openDetails(open: string, options?: Pick<SetOptions, 'entry'>): void {
  const address = currentAddress();
  openings.set(openings.get() + 1);
  const isNext = options === undefined && address.open !== null;
  const own = { detailsOver: below(address) };
  setAddress({ open }, isNext ? {} : { ...options, history: 'push', own });
}

/**
 * Closes the details: returns to the entry that they were opened over, unless the page shows something
 * else by now.
 */
export function closeDetails(): void {
  if (entryBelow() === below(currentAddress())) backFromAddress();
  else setAddress({ open: null });
}
