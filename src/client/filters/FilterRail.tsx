import type { Elements } from '#jsx/jsx-runtime';
import type { Address } from '../address/address.ts';
import { setAddress } from '../address/address-bar.ts';
import { toggled } from '../address/toggled.ts';
import { documentedTypes, typeLabel } from '../fields/type-label.ts';
import { countryName } from '../list/country-of-rows.ts';
import { isComplete } from '../list/scope.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { Facet } from '../ui/Facet.tsx';
import { FacetHeading } from '../ui/FacetHeading.tsx';
import { Flag } from '../ui/Flag.tsx';
import { facetValues } from '../ui/facet-values.ts';
import * as words from '../words/filters.ts';
import { CountrySelect } from './CountrySelect.tsx';
import { TriState } from './TriState.tsx';
import { useSeenValues } from './useSeenValues.ts';

interface FilterRailProps {
  address: Address;
  list: NumberList;
  /** Filters of other rooms, below these. */
  children: Elements;
}

const noValues: readonly string[] = [];

/** The filters. Apifonica answers them until the whole list is loaded. Counts cover loaded rows. */
export function FilterRail({ address, list, children }: FilterRailProps) {
  const { voice, messaging } = address;
  // Counts of values that were not asked for are unknown.
  const { set, scope, shown, asked } = list;
  const chosenCountries = address.country_code ?? noValues;
  const chosenTypes = address.type ?? noValues;
  const note = isComplete(scope) ? null : words.loadedRowsOnly;
  const countries = useSeenValues(set, 'country_code', isComplete(scope));
  const types = useSeenValues(set, 'type', isComplete(scope));
  const nameOf = (code: string) => countryName(set, code);
  const filter = (change: Partial<Address>) => setAddress(change, { history: 'push' });
  const toggleCountry = (code: string) => filter({ country_code: toggled(chosenCountries, code) });

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <Facet
        label={words.country}
        note={note}
        values={facetValues(
          [...countries.seen.keys(), ...chosenCountries],
          shown.facets.country_code,
          countries.ranking,
          nameOf,
        )}
        selected={chosenCountries}
        isAwaited={set.rows.length === 0 && !isComplete(scope)}
        onToggle={toggleCountry}
        render={(code) => (
          <>
            <Flag code={code} />
            <span className="-ml-0.5 truncate" title={nameOf(code)}>
              {nameOf(code)}
            </span>
          </>
        )}
      >
        <CountrySelect onSelect={toggleCountry} />
      </Facet>
      <Facet
        label={words.type}
        note={note}
        values={facetValues(
          [...documentedTypes, ...types.seen.keys(), ...chosenTypes],
          shown.facets.type,
          types.ranking,
          typeLabel,
        )}
        selected={chosenTypes}
        onToggle={(value) => filter({ type: toggled(chosenTypes, value) })}
        render={(value) => <span className="truncate">{typeLabel(value)}</span>}
      />
      <section aria-label={words.capabilities} className="grid gap-1.5">
        <FacetHeading label={words.capabilities} note={note} />
        <TriState
          label={words.voice}
          value={voice}
          counts={shown.facets.voice}
          asked={asked.voice}
          onChange={(value) => filter({ voice: value })}
        />
        <TriState
          label={words.messaging}
          value={messaging}
          counts={shown.facets.messaging}
          asked={asked.messaging}
          onChange={(value) => filter({ messaging: value })}
        />
      </section>
      {children}
    </div>
  );
}
