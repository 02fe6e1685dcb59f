import type { Address } from '../address/address.ts';
import { ChecksFacets } from '../checks/ChecksFacets.tsx';
import { FilterRail } from '../filters/FilterRail.tsx';
import type { NumberList } from '../list/useNumberList.ts';

/** Every filter: of the API's fields, and of what the checks found. */
export const Rail = ({ address, list }: { address: Address; list: NumberList }) => (
  <FilterRail address={address} list={list}>
    <ChecksFacets address={address} list={list} />
  </FilterRail>
);
