import { useRef } from 'react';
import { flagNames, type ListName, listNames } from '#contract/selection.ts';
import type { Elements } from '#jsx/jsx-runtime';
import type { Address } from '../address/address.ts';
import { setAddress } from '../address/address-bar.ts';
import { toggled } from '../address/toggled.ts';
import { filterSpecs } from '../fields/filter-specs.ts';
import { countryName } from '../list/country-of-rows.ts';
import type { RowSet } from '../list/row-set.ts';
import { isComplete } from '../list/scope.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { Facet } from '../ui/Facet.tsx';
import { FacetHeading } from '../ui/FacetHeading.tsx';
import { Flag } from '../ui/Flag.tsx';
import { facetValues } from '../ui/facet-values.ts';
import * as words from '../words/filters.ts';
import { CountrySelect } from './CountrySelect.tsx';
import { TriState } from './TriState.tsx';

type Counts = ReadonlyMap<string, number>;

/**
 * The values of a field seen since the page was opened, also under other filters, and a ranking by
 * loaded rows. The ranking changes only when the list has doubled or is complete.
 */
function useSeenValues({ rows, columns }: RowSet, field: ListName, isWhole: boolean) {
  const memory = useRef<{ best: Map<string, number>; ranking: Counts; size: number }>({
    best: new Map(),
    ranking: new Map(),
    size: 0,
  });
  const { best } = memory.current;
  const { values, counts } = columns[field];
  values.forEach((value, code) => {
    best.set(value, Math.max(counts[code] ?? 0, best.get(value) ?? 0));
  });
  const isDue = isWhole
    ? rows.length !== memory.current.size
    : rows.length >= 2 * memory.current.size;
  if (isDue && rows.length > 0) {
    memory.current.ranking = new Map(best);
    memory.current.size = rows.length;
  }
  return { seen: best, ranking: memory.current.ranking };
}

interface RailPartProps {
  address: Address;
  list: NumberList;
}

const noValues: readonly string[] = [];

const filter = (change: Partial<Address>) => setAddress(change, { history: 'push' });

// Counts of values that were not asked for are unknown.
// The first heading shows it for all of the rail.
const noteOn = ({ scope }: NumberList, isFirst: boolean) =>
  isComplete(scope) ? null : { text: words.loadedRowsOnly, isRepeated: !isFirst };

interface ListFacetProps extends RailPartProps {
  name: ListName;
  isFirst: boolean;
}

function ListFacet({ name, isFirst, address, list }: ListFacetProps) {
  const { set, scope, shown } = list;
  const { label, text, known } = filterSpecs[name];
  const isCountry = name === 'country_code';
  const chosen = address[name] ?? noValues;
  const { seen, ranking } = useSeenValues(set, name, isComplete(scope));
  const textOf = (value: string) => text([value], (code) => countryName(set, code));
  const toggle = (value: string) => filter({ [name]: toggled(chosen, value) });
  return (
    <Facet
      label={label}
      note={noteOn(list, isFirst)}
      values={facetValues(
        [...(known ?? noValues), ...seen.keys(), ...chosen],
        shown.facets[name],
        ranking,
        textOf,
      )}
      selected={chosen}
      isAwaited={isCountry && set.rows.length === 0 && !isComplete(scope)}
      onToggle={toggle}
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
