import { X } from 'lucide-react';
import { formatCount } from '../../lib/format.ts';
import * as common from '../../words/common.ts';
import * as words from '../../words/filters.ts';
import { type Address, noFilters } from '../address.ts';
import { setAddress } from '../address-bar.ts';
import { checkLabel } from '../checks/check-label.ts';
import { countryName } from '../country-name.ts';
import { rentedWords } from '../overview/month-words.ts';
import type { RowSet } from '../rows/row-set.ts';
import { typeLabel } from '../type-label.ts';

const yesNo = (value: boolean) => (value ? common.yes : common.no);

const mostNamed = 3;

/** `Local, Mobile, or SIP`; long lists are counted. */
const listed = (values: readonly string[]) =>
  values.length <= mostNamed
    ? words.oneOf(values)
    : words.andOthers(values[0]!, formatCount(values.length - 1));

interface Chip {
  name: string;
  label: string;
  value: string;
}

/** The filters and the search in force, as label and value. */
export function activeFilters(address: Address, set: RowSet): Chip[] {
  const { number, country_code, type, voice, messaging, q, check, rented } = address;
  return [
    number !== null && { name: 'number', label: words.number, value: `+${number}` },
    country_code !== null && {
      name: 'country_code',
      label: words.country,
      value: listed(country_code.map((code) => countryName(set, code))),
    },
    type !== null && { name: 'type', label: words.type, value: listed(type.map(typeLabel)) },
    voice !== null && { name: 'voice', label: words.voice, value: yesNo(voice) },
    messaging !== null && { name: 'messaging', label: words.messaging, value: yesNo(messaging) },
    check !== null && { name: 'check', label: words.check, value: checkLabel(check) },
    q !== null && { name: 'q', label: words.contains, value: q },
    rented !== null && { name: 'rented', label: words.rented, value: rentedWords(rented) },
  ].filter((chip) => chip !== false);
}

interface FilterChipsProps {
  address: Address;
  set: RowSet;
}

export function FilterChips({ address, set }: FilterChipsProps) {
  const chips = activeFilters(address, set);
  if (chips.length === 0)
    return <h1 className="px-1 font-semibold max-[900px]:sr-only">{words.allNumbers}</h1>;
  return (
    <>
      <h1 className="sr-only">{words.filteredNumbers}</h1>
      <ul aria-label={words.activeFilters} className="contents">
        {chips.map(({ name, label, value }) => (
          <li key={name} className="contents">
            <button
              type="button"
              aria-label={words.removeFilter(label, value)}
              onClick={() => setAddress({ [name]: null }, { history: 'push' })}
              className="inline-flex h-7 max-w-[min(24rem,100%)] shrink-0 items-center gap-1.5 rounded-md border border-line px-2.5 hover:bg-hover"
            >
              {label}
              <span className="truncate font-semibold text-accent">{value}</span>
              <X aria-hidden size={13} className="shrink-0" />
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        onClick={() => setAddress(noFilters, { history: 'push' })}
        className="shrink-0 px-1 text-muted underline-offset-2 hover:text-ink hover:underline"
      >
        {words.clearAll}
      </button>
    </>
  );
}
