import { useMemo } from 'react';
import { formatCountry } from '../../lib/format.ts';
import { countryCodes } from './country-codes.ts';

interface CountrySelectProps {
  selected: string | null;
  onSelect: (code: string) => void;
}

/** Any country, for one that no loaded row has yet; the browser's own select finds by typing. */
export function CountrySelect({ selected, onSelect }: CountrySelectProps) {
  const options = useMemo(
    () =>
      ['international', ...countryCodes]
        .map((code) => ({ code, name: formatCountry(code) }))
        .sort((a, b) => a.name.localeCompare(b.name)),
    [],
  );
  return (
    <select
      aria-label="Any other country"
      value={selected ?? ''}
      onChange={(event) => onSelect(event.target.value)}
      className="mt-1 h-7 w-full rounded-md border border-line bg-page px-2 text-muted hover:text-ink"
    >
      <option value="" disabled>
        Any other country…
      </option>
      {options.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
}
