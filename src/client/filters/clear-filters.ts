import { noFilters } from '../address/address.ts';
import { currentAddress, setAddress } from '../address/address-bar.ts';
import { filterNames } from '../fields/filter-names.ts';
import { showToast } from '../ui/toast.ts';
import * as words from '../words/filters.ts';

/** Clears all filters and the search, and offers to restore them. */
export function clearFilters(): void {
  const address = currentAddress();
  const before = Object.fromEntries(filterNames.map((name) => [name, address[name]]));
  setAddress(noFilters, { history: 'push' });
  showToast({
    text: words.cleared,
    undo: () => setAddress(before, { history: 'push' }),
  });
}
