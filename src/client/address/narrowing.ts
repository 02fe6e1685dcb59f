import { isFilterText } from '#contract/filters.ts';
import type { RentedNumber } from '#contract/number.ts';
import { monthOf, monthText, parseMonths } from '../fields/rented-months.ts';
import * as words from '../words/detail.ts';
import type { Address } from './address.ts';

const longestSearch = 100;

export type Narrowing = Partial<
  Pick<Address, 'country_code' | 'type' | 'voice' | 'messaging' | 'q' | 'rented' | 'check'>
>;

/** The search for a value that has no filter of its own; none when it is too long to be one. */
export const searchFor = (text: string | null): Narrowing | undefined =>
  text && text.length <= longestSearch ? { q: text } : undefined;

function rentedWith(created: string): Narrowing | undefined {
  const at = Date.parse(created);
  if (Number.isNaN(at)) return undefined;
  const month = monthText(monthOf(at));
  const rented = parseMonths(`${month}..${month}`);
  return rented === null ? undefined : { rented };
}

/** The filter or search that finds the numbers with the same value in a field. */
export const narrowings = (
  row: RentedNumber,
): Partial<Record<keyof RentedNumber, Narrowing | undefined>> => ({
  voice: { voice: row.voice },
  call_controller: searchFor(row.call_controller),
  call_app_sid: searchFor(row.call_app_sid),
  endpoint_sid: searchFor(row.endpoint_sid),
  messaging: { messaging: row.messaging },
  msg_controller: searchFor(row.msg_controller),
  msg_app_sid: searchFor(row.msg_app_sid),
  name: searchFor(row.name),
  type: isFilterText(row.type) ? { type: [row.type] } : undefined,
  country_code: isFilterText(row.country_code) ? { country_code: [row.country_code] } : undefined,
  created: rentedWith(row.created ?? ''),
});

/** The effect of a press, in words. A search finds the text in every field; a filter in one. */
export function narrowingWords({ q }: Narrowing, name: keyof RentedNumber): string {
  const field = words.sameFields[name];
  if (field === undefined) return words.sameMonth;
  return q === undefined ? words.showOnly(field) : words.searchFor(field);
}
