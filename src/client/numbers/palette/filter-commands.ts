import { formatCountry } from '../../lib/format.ts';
import { type Address, noFilters } from '../address.ts';
import { setAddress } from '../address-bar.ts';
import { countryCodes } from '../filters/country-codes.ts';
import { activeFilters } from '../filters/FilterChips.tsx';
import { toggled } from '../filters/toggled.ts';
import { documentedTypes, typeLabel } from '../type-label.ts';
import type { Command } from './command.ts';

const filter = (change: Partial<Address>) => setAddress(change, { history: 'push' });

const group = 'Filter';

const answers = [
  { word: 'Yes', value: true },
  { word: 'No', value: false },
  { word: 'Any', value: null },
] as const;

/** Every filter as a command, and the way out of all of them. */
export function filterCommands(address: Address, seenTypes: Iterable<string>): Command[] {
  const { country_code, type } = address;
  const isFiltered = activeFilters(address).length > 0;
  const capabilities = (['voice', 'messaging'] as const).flatMap((name) =>
    answers.map(({ word, value }) => ({
      id: `${name}-${word}`,
      group,
      label: `${name === 'voice' ? 'Voice' : 'Messaging'}: ${word}`,
      also: name === 'voice' ? 'capability calls' : 'capability sms',
      isOn: value !== null && address[name] === value,
      run: () => filter({ [name]: value }),
    })),
  );
  const types = [...new Set([...documentedTypes, ...seenTypes, ...(type ?? [])])].map((value) => ({
    id: `type-${value}`,
    group,
    label: `Type: ${typeLabel(value)}`,
    isOn: type?.includes(value) ?? false,
    run: () => filter({ type: toggled(type, value) }),
  }));
  const countries = ['international', ...countryCodes].map((code) => ({
    id: `country-${code}`,
    group,
    label: `Country: ${formatCountry(code)}`,
    also: code,
    isOn: country_code?.includes(code) ?? false,
    isQuiet: !country_code?.includes(code),
    run: () => filter({ country_code: toggled(country_code, code) }),
  }));
  const clear = {
    id: 'clear',
    group,
    label: 'Clear all filters',
    also: 'reset remove search',
    run: () => filter(noFilters),
  };
  return [...(isFiltered ? [clear] : []), ...types, ...capabilities, ...countries];
}
