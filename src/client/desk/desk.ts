import type { Address } from '../address/address.ts';
import type { SelectedRows } from '../list/selected-rows.ts';
import type { NumberList } from '../list/useNumberList.ts';
import type { ColumnTaste } from '../table/useColumnTaste.ts';

/** The data that every dialog over the page works with. */
export interface Desk {
  list: NumberList;
  address: Address;
  columns: ColumnTaste;
  /** The rows that the reader selected. */
  selected: SelectedRows;
}
