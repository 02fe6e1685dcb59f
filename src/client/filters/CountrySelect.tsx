import { useMemo, useRef, useState } from 'react';
import { knownCountry } from '../fields/country-name.ts';
import { countryCodes } from '../lib/country-codes.ts';
import { compareTexts } from '../lib/format.ts';
import * as words from '../words/filters.ts';

interface CountrySelectProps {
  onSelect: (code: string) => void;
}

/**
 * Offers every country, also those without a loaded row. The browser's own select finds a country
 * by typing. The select stays after all countries were seen, so that nothing below moves.
 */
export function CountrySelect({ onSelect }: CountrySelectProps) {
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
