import type { NumberFilters } from '#contract/filters.ts';
import { formerForm } from '#numbering/old-forms.ts';
import { readNumber } from '#numbering/read-number.ts';

/**
 * The filters to ask for, one after the other until there are rows: the API compares digits, so a
 * number is asked for in its present form, in an old one, and as it was given.
 */
export function numberSpellings(filters: NumberFilters): NumberFilters[] {
  const { number, country_code = null } = filters;
  if (number === undefined) return [filters];
  const e164 = readNumber(number, { country: country_code }).digits;
  const digits = e164 === undefined ? [number] : [e164, formerForm(e164) ?? number, number];
  return [...new Set(digits)].map((one) => ({ ...filters, number: one }));
}
