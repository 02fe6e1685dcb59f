import { useRef } from 'react';
import type { Address } from '../address/address.ts';
import { ChecksFacets } from '../checks/ChecksFacets.tsx';
import { FilterRail } from '../filters/FilterRail.tsx';
import type { NumberList } from '../list/useNumberList.ts';
import { useOneStop } from '../ui/useOneStop.ts';
import * as words from '../words/filters.ts';

/** All filters, one stop of Tab: by fields of the API and by findings of the checks. */
export function Rail({ address, list }: { address: Address; list: NumberList }) {
  const rail = useRef<HTMLDivElement>(null);
  useOneStop(rail);
  return (
    <div ref={rail} role="toolbar" aria-label={words.filterValues} aria-orientation="vertical">
      <FilterRail address={address} list={list}>
        {/* The checks judge the numbers of now. */}
        {list.compared === null && <ChecksFacets address={address} list={list} />}
      </FilterRail>
    </div>
  );
}
