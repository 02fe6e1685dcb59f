import { isFilterText } from '#contract/filters.ts';
import { flagNames } from '#contract/selection.ts';
import type { Address } from '../../address/address.ts';
import { setAddress } from '../../address/address-bar.ts';
import { toggled } from '../../address/toggled.ts';
import { checkLabel, checkValues } from '../../fields/check-label.ts';
import { filterSpecs } from '../../fields/filter-specs.ts';
import { yearWords } from '../../fields/month-words.ts';
import { documentedTypes, typeLabel } from '../../fields/type-label.ts';
import { activeFilters } from '../../filters/active-filters.ts';
import { clearFilters } from '../../filters/clear-filters.ts';
import { countryCodes } from '../../lib/country-codes.ts';
import { countryName } from '../../list/country-of-rows.ts';
import type { RowSet } from '../../list/row-set.ts';
import * as common from '../../words/common.ts';
import { type Command, inGroup } from './command.ts';
import * as words from './words.ts';

const filter = (change: Partial<Address>) => setAddress(change, { history: 'push' });

const answers = [
  { word: common.yes, value: true },
  { word: common.no, value: false },
  { word: common.any, value: null },
];

/** The first year of renting that is offered: the API is not older. */
const firstYear = 2010;

/** A filter that has one value at a time. */
function onlyOne(address: Address, name: 'check' | 'rented', value: string, text: string) {
  const isOn = address[name] === value;
  return {
    id: `${name}-${value}`,
    label: words.setFilter(filterSpecs[name].label, text),
    also: words.also[name],
    isOn,
    isQuiet: !isOn,
    run: () => filter({ [name]: isOn ? null : value }),
  };
}

/**
 * Every filter as a command, and one to clear all filters.
 *
 * @param isPasted whether the table shows only the pasted list.
 */
export function filterCommands(address: Address, set: RowSet, isPasted: boolean): Command[] {
  const { country_code, type } = address;
  const isFiltered = isPasted || activeFilters(address, set).length > 0;
  const capabilities = flagNames.flatMap((name) =>
    answers.map(({ word, value }) => ({
      id: `${name}-${value}`,
      label: words.setFilter(filterSpecs[name].label, word),
      also: words.also[name],
      isOn: value !== null && address[name] === value,
      run: () => filter({ [name]: value }),
    })),
  );
  const kinds = new Set([...documentedTypes, ...set.columns.type.values, ...(type ?? [])]);
  const types = [...kinds].filter(isFilterText).map((value) => ({
    id: `type-${value}`,
    label: words.setFilter(filterSpecs.type.label, typeLabel(value)),
    isOn: type?.includes(value) ?? false,
    run: () => filter({ type: toggled(type, value) }),
  }));
  const codes = new Set([
    'international',
    ...countryCodes,
    ...set.columns.country_code.values,
    ...(country_code ?? []),
  ]);
  const countries = [...codes].filter(isFilterText).map((code) => ({
    id: `country-${code}`,
    label: words.setFilter(filterSpecs.country_code.label, countryName(set, code)),
    also: code,
    isOn: country_code?.includes(code) ?? false,
    isQuiet: !country_code?.includes(code),
    run: () => filter({ country_code: toggled(country_code, code) }),
  }));
  const checks = checkValues.map((value) => onlyOne(address, 'check', value, checkLabel(value)));
  const thisYear = new Date().getFullYear();
  const years = Array.from({ length: thisYear - firstYear + 1 }, (_, at) => thisYear - at).map(
    (year) => onlyOne(address, 'rented', `${year}-01..${year}-12`, yearWords(year)),
  );
  const clear = {
    id: 'clear',
    label: words.clearAllFilters,
    also: words.also.clear,
    run: clearFilters,
  };
  return inGroup(words.groups.filter, [
    ...(isFiltered ? [clear] : []),
    ...types,
    ...capabilities,
    ...countries,
    ...checks,
    ...years,
  ]);
}
