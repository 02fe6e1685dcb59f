import type { Address } from '../address/address.ts';
import type { NumberList } from '../list/useNumberList.ts';
import type { ColumnTaste } from '../table/useColumnTaste.ts';

/** What everything that opens over the desk is about. */
export interface Desk {
  list: NumberList;
  address: Address;
  columns: ColumnTaste;
}
