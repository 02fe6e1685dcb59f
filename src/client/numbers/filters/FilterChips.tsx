import { X } from 'lucide-react';
import { formatCountry } from '../../lib/format.ts';
import { type Address, noFilters } from '../address.ts';
import { setAddress } from '../address-bar.ts';
import { checkLabel } from '../checks/check-label.ts';
import { rentedWords } from '../overview/month-words.ts';
import { typeLabel } from '../type-label.ts';

const yesNo = (value: boolean) => (value ? 'Yes' : 'No');

const lists = new Intl.ListFormat('en', { type: 'disjunction' });
const mostNamed = 3;

/** `Local, Mobile, or SIP`; long lists are counted. */
const listed = (values: readonly string[]) =>
  values.length <= mostNamed
    ? lists.format(values)
    : `${values[0]} and ${values.length - 1} others`;

interface Chip {
  name: string;
  label: string;
  value: string;
}

/** The filters and the search in force, as label and value. */
export function activeFilters(address: Address): Chip[] {
  const { number, country_code, type, voice, messaging, q, check, rented } = address;
  return [
    number !== null && { name: 'number', label: 'Number', value: `+${number}` },
    country_code !== null && {
      name: 'country_code',
      label: 'Country',
      value: listed(country_code.map(formatCountry)),
    },
    type !== null && { name: 'type', label: 'Type', value: listed(type.map(typeLabel)) },
    voice !== null && { name: 'voice', label: 'Voice', value: yesNo(voice) },
    messaging !== null && { name: 'messaging', label: 'Messaging', value: yesNo(messaging) },
    check !== null && { name: 'check', label: 'Check', value: checkLabel(check) },
    q !== null && { name: 'q', label: 'Contains', value: q },
    rented !== null && { name: 'rented', label: 'Rented', value: rentedWords(rented) },
  ].filter((chip) => chip !== false);
}

interface FilterChipsProps {
  address: Address;
}

export function FilterChips({ address }: FilterChipsProps) {
  const chips = activeFilters(address);
  if (chips.length === 0)
    return <h1 className="px-1 font-semibold max-[900px]:sr-only">All numbers</h1>;
  return (
    <>
      <h1 className="sr-only">Filtered numbers</h1>
      <ul aria-label="Active filters" className="contents">
        {chips.map(({ name, label, value }) => (
          <li key={name} className="contents">
            <button
              type="button"
              aria-label={`Remove filter ${label} ${value}`}
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
        Clear all
      </button>
    </>
  );
}
