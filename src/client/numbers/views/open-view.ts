import { setAddress } from '../address-bar.ts';
import type { ColumnTaste } from '../table/useColumnTaste.ts';
import type { View } from './view.ts';
import { readViewQuery } from './view-query.ts';
import { applyViewColumns } from './view-taste.ts';

/** Shows a saved view: its filters, search and sort, and its columns. */
export function openView({ name, query, columns }: View, taste: ColumnTaste): void {
  setAddress({ ...readViewQuery(query).change, view: name }, { history: 'push' });
  if (columns !== null) applyViewColumns(taste, columns);
}
