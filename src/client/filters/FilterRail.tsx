import { useState } from 'react';
import { flagNames, type ListName, listNames } from '#contract/selection.ts';
import type { Elements } from '#jsx/jsx-runtime';
import type { Address } from '../address/address.ts';
import { setAddress } from '../address/address-bar.ts';
import { toggled } from '../address/toggled.ts';
import { filterSpecs } from '../fields/filter-specs.ts';
import { countryName } from '../list/country-of-rows.ts';
import { keptNote } from '../list/kept-words.ts';
import { isComplete } from '../list/scope.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { useSearchAll } from '../list/useSearchAll.ts';
import { Facet } from '../ui/Facet.tsx';
import { FacetHeading } from '../ui/FacetHeading.tsx';
import { Flag } from '../ui/Flag.tsx';
import { facetValues } from '../ui/facet-values.ts';
import * as words from '../words/filters.ts';
import { CountrySelect } from './CountrySelect.tsx';
import { createFacetOrder } from './facet-order.ts';
import { TriState } from './TriState.tsx';

interface RailPartProps {
  address: Address;
  list: NumberList;
}

const noValues: readonly string[] = [];

const filter = (change: Partial<Address>) => setAddress(change, { history: 'push' });

// Counts of values that were not asked for are unknown.
// The first heading shows it for all of the rail.
function noteOn({ scope }: NumberList, isFirst: boolean) {
  const text = isComplete(scope) ? keptNote(scope) : words.loadedRowsOnly;
  return text === null ? null : { text, isRepeated: !isFirst };
}

/** The loaded rows by value, whatever filters are set. */
function loadedCounts({ columns }: NumberList['set'], name: ListName): ReadonlyMap<string, number> {
  const { values, counts } = columns[name];
  return new Map(values.map((value, code) => [value, counts[code] ?? 0] as const));
}

interface ListFacetProps extends RailPartProps {
  name: ListName;
  isFirst: boolean;
}

function ListFacet({ name, isFirst, address, list }: ListFacetProps) {
  const { set, scope, shown, isInventory } = list;
  const { label, text, known } = filterSpecs[name];
  const isCountry = name === 'country_code';
  const chosen = address[name] ?? noValues;
  const textOf = (value: string) => text([value], (code) => countryName(set, code));
  const [orderOf] = useState(createFacetOrder);
  const [isPointed, setIsPointed] = useState(false);
  const { phase } = useSearchAll(list);
  const order = orderOf(
    {
      list: JSON.stringify(list.asked),
      counts: loadedCounts(set, name),
      loaded: set.rows.length,
      isWhole: isComplete(scope),
      isKept: !isInventory || scope.status === 'complete',
      isHeld:
        isPointed || phase === 'searching' || phase === 'stopped' || list.asked[name] !== undefined,
    },
    textOf,
  );
  const toggle = (value: string) => filter({ [name]: toggled(chosen, value) });
  return (
    <Facet
      label={label}
      note={noteOn(list, isFirst)}
      values={facetValues(order, [...(known ?? noValues), ...chosen], shown.facets[name], textOf)}
      selected={chosen}
      isAwaited={isCountry && set.rows.length === 0 && !isComplete(scope)}
      onToggle={toggle}
      onPointed={setIsPointed}
      render={(value) => (
        <>
          {isCountry && <Flag code={value} />}
          <span className={isCountry ? '-ml-0.5 truncate' : 'truncate'} title={textOf(value)}>
            {textOf(value)}
          </span>
        </>
      )}
    >
      {isCountry && <CountrySelect onSelect={toggle} />}
    </Facet>
  );
}

interface FilterRailProps extends RailPartProps {
  /** Filters of other rooms, below these. */
  children: Elements;
}

/** The filters. Apifonica answers them until the whole list is loaded. Counts cover loaded rows. */
export function FilterRail({ address, list, children }: FilterRailProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      {listNames.map((name, at) => (
        <ListFacet key={name} name={name} isFirst={at === 0} address={address} list={list} />
      ))}
      <section aria-label={words.capabilities} className="grid gap-1.5">
        <FacetHeading label={words.capabilities} note={noteOn(list, false)} />
        {flagNames.map((name) => (
          <TriState
            key={name}
            label={filterSpecs[name].label}
            value={address[name]}
            counts={list.shown.facets[name]}
            asked={list.asked[name]}
            onChange={(value) => filter({ [name]: value })}
          />
        ))}
      </section>
      {children}
    </div>
  );
}
