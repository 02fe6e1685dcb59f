import { currentAddress, setAddress } from '../address/address-bar.ts';
import { readViewQuery } from '../address/saved-view-query.ts';
import { pastedEntry } from '../list/pasted-filter.ts';
import type { ColumnTaste } from '../table/useColumnTaste.ts';
import type { View } from './view.ts';

/**
 * Opens a saved view: its account, filters, search, sort and columns. A view that was saved where
 * there was one account is one of every account.
 */
export function openView({ name, query, table }: View, { setTaste }: ColumnTaste): void {
  const { change } = readViewQuery(query);
  const account = change.account ?? currentAddress().account;
  setAddress(
    { ...change, account, view: name },
    {
      history: 'push',
      entry: pastedEntry('pastedRows', false),
    },
  );
  if (table !== null) setTaste(table);
}
