import type { Address } from '../address/address.ts';
import { SearchBox } from '../filters/SearchBox.tsx';
import type { NumberList } from '../list/useNumberList.ts';
import { focusRows } from '../table/focus-rows.ts';
import type { Grid } from '../table/useGrid.ts';

interface PageSearchProps {
  address: Address;
  list: NumberList;
  grid: Grid;
}

/** The search box, from which an arrow key leads into the rows. */
export const PageSearch = ({ address, list, grid }: PageSearchProps) => (
  <SearchBox address={address} list={list} onRows={() => focusRows(grid)} />
);
