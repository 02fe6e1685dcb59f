import type { NumberFilters } from '#contract/filters.ts';
import { formerForm } from '#numbering/old-forms.ts';
import { readNumber } from '#numbering/read-number.ts';

/**
 * The filters to try in turn until there are rows. The API compares digits, so a number is tried in
 * its present form, in its former form, and as given.
 */
export function numberSpellings(filters: NumberFilters): NumberFilters[] {
  const { number, country_code = null } = filters;
  if (number === undefined) return [filters];
  const e164 = readNumber(number, { country: country_code }).digits;
  const digits = e164 === undefined ? [number] : [e164, formerForm(e164) ?? number, number];
  return [...new Set(digits)].map((one) => ({ ...filters, number: one }));
}

/** Requests each spelling of a number in turn, until an answer has rows or a next page. */
export async function firstWithRows<T extends { next: unknown; numbers: readonly unknown[] }>(
  filters: NumberFilters,
  ask: (spelling: NumberFilters) => Promise<T>,
): Promise<T> {
  const [first = filters, ...others] = numberSpellings(filters);
  let page = await ask(first);
  for (const spelling of others) {
    if (page.numbers.length > 0 || page.next !== null) return page;
    page = await ask(spelling);
  }
  return page;
}
