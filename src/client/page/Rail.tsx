import type { Address } from '../address/address.ts';
import { ChecksFacets } from '../checks/ChecksFacets.tsx';
import { FilterRail } from '../filters/FilterRail.tsx';
import type { NumberList } from '../list/useNumberList.ts';

/** All filters: by fields of the API and by findings of the checks. */
export const Rail = ({ address, list }: { address: Address; list: NumberList }) => (
  <FilterRail address={address} list={list}>
    <ChecksFacets address={address} list={list} />
  </FilterRail>
);
