import { type Address, noFilters } from '../address/address.ts';
import { currentAddress, setAddress } from '../address/address-bar.ts';
import { filterNames } from '../fields/filter-names.ts';
import { currentPastedRows, pastedEntry } from '../list/pasted-filter.ts';
import { showToast } from '../ui/toast.ts';
import * as words from '../words/filters.ts';

/** The filters of an address, all of which `noFilters` clears. */
export const filtersOf = (address: Address): Partial<Address> =>
  Object.fromEntries(filterNames.map((name) => [name, address[name]]));

/** Clears all filters and the search, shows more than the pasted list, and offers to restore all. */
export function clearFilters(): void {
  const before = filtersOf(currentAddress());
  const entry = currentPastedRows();
  setAddress(noFilters, { history: 'push', entry: pastedEntry('pastedRows', false) });
  showToast({
    text: words.cleared,
    undo: () => setAddress(before, { history: 'push', entry }),
  });
}
