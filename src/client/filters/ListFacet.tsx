import { useMemo, useRef, useState } from 'react';
import type { ListName } from '#contract/selection.ts';
import type { Address } from '../address/address.ts';
import { setAddress } from '../address/address-bar.ts';
import { toggled } from '../address/toggled.ts';
import { knownCountry } from '../fields/country-name.ts';
import { filterSpecs } from '../fields/filter-specs.ts';
import { countryCodes } from '../lib/country-codes.ts';
import { compareTexts } from '../lib/format.ts';
import { countryName } from '../list/country-of-rows.ts';
import { keptNote } from '../list/kept-words.ts';
import { isComplete } from '../list/scope.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { useSearchAll } from '../list/useSearchAll.ts';
import { Facet } from '../ui/Facet.tsx';
import { Flag } from '../ui/Flag.tsx';
import { facetValues } from '../ui/facet-values.ts';
import * as words from '../words/filters.ts';
import { createFacetOrder } from './facet-order.ts';

interface CountrySelectProps {
  onSelect: (code: string) => void;
}

/**
 * Offers every country, also those without a loaded row. The browser's own select finds a country
 * by typing. The select stays after all countries were seen, so that nothing below moves.
 */
function CountrySelect({ onSelect }: CountrySelectProps) {
  const options = useMemo(
    () =>
      ['international', ...countryCodes]
        .map((code) => ({ code, name: knownCountry(code) ?? code }))
        .sort((a, b) => compareTexts(a.name, b.name)),
    [],
  );
  // Arrow keys change a closed select with every press, so only Enter or leaving it counts.
  const [draft, setDraft] = useState('');
  const isByKey = useRef(false);
  const decide = (code: string) => {
    setDraft('');
    if (code !== '') onSelect(code);
  };
  return (
    <select
      aria-label={words.anyOtherCountry}
      value={draft}
      onPointerDown={() => {
        isByKey.current = false;
      }}
      onKeyDown={(event) => {
        isByKey.current = true;
        if (event.key === 'Enter' && draft !== '') decide(draft);
      }}
      onBlur={() => decide(draft)}
      onChange={({ target }) => (isByKey.current ? setDraft(target.value) : decide(target.value))}
      className="mt-1 h-7 w-full finger:text-sm rounded-md border border-line bg-page px-2 text-muted hover:text-ink"
    >
      <option value="" disabled>
        {words.anyOtherCountryOption}
      </option>
      {options.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
}

/**
 * The rows that counts cover: those of values that were not asked for are unknown. The first heading
 * shows it for all of the rail.
 */
export function noteOn({ scope }: NumberList, isFirst: boolean) {
  const text = isComplete(scope) ? keptNote(scope) : words.loadedRowsOnly;
  return text === null ? null : { text, isRepeated: !isFirst };
}

const noValues: readonly string[] = [];

/** The loaded rows by value, whatever filters are set. */
function loadedCounts({ columns }: NumberList['set'], name: ListName): ReadonlyMap<string, number> {
  const { values, counts } = columns[name];
  return new Map(values.map((value, code) => [value, counts[code] ?? 0] as const));
}

interface ListFacetProps {
  address: Address;
  list: NumberList;
  name: ListName;
  isFirst: boolean;
}

/** The values of one field, of which several can be chosen. */
export function ListFacet({ name, isFirst, address, list }: ListFacetProps) {
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
  const toggle = (value: string) =>
    setAddress({ [name]: toggled(chosen, value) }, { history: 'push' });
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
