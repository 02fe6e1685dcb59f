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
