import { setAddress } from '../address/address-bar.ts';
import { readViewQuery } from '../address/saved-view-query.ts';
import { pastedEntry } from '../list/pasted-filter.ts';
import type { ColumnTaste } from '../table/useColumnTaste.ts';
import type { View } from './view.ts';

/** Opens a saved view: its filters, search, sort and columns. */
export function openView({ name, query, table }: View, { setTaste }: ColumnTaste): void {
  setAddress(
    { ...readViewQuery(query).change, view: name },
    {
      history: 'push',
      entry: pastedEntry('pastedRows', false),
    },
  );
  if (table !== null) setTaste(table);
}
