import type { Address } from '../address/address.ts';
import { activeFilters, pastedFilter } from '../filters/active-filters.ts';
import type { NumberList } from '../list/useNumberList.ts';
import * as words from '../words/list.ts';

type Filters = readonly { label: string; value: string }[];

/** `Type: Local, Voice: Yes` */
export const filterWords = (filters: Filters): string =>
  filters.map(({ label, value }) => words.labelled(label, value)).join(', ');

/** What a search of all numbers looks for, its text and its filters: `“desk”, Type: Local`. */
export function soughtWords(address: Address, { set, pasted }: NumberList): string {
  const text = address.q === null ? '' : words.quoted(address.q);
  const filters = [...activeFilters({ ...address, q: null }, set), ...pastedFilter(pasted)];
  return [text, filterWords(filters)].filter((part) => part !== '').join(', ');
}
