import { rowLine } from '#contract/number-line.ts';
import type { Address } from '../address/address.ts';
import type { SearchPlace } from '../address/search-intent.ts';
import type { NumberPlan } from '../address/useNumberPlan.ts';
import type { RowSet } from './row-set.ts';

interface Known {
  lines: Set<string>;
  count: number;
  edits: number;
}

const remembered = new WeakMap<RowSet, Known>();

/** Every row's number in comparable form; only rows added since the last call are read. */
export function rentedLines(set: RowSet): ReadonlySet<string> {
  const last = remembered.get(set);
  const known =
    last?.edits === set.edits ? last : { lines: new Set<string>(), count: 0, edits: set.edits };
  for (; known.count < set.rows.length; known.count += 1) {
    // The position is that of a row.
    known.lines.add(rowLine(set.rows[known.count]!));
  }
  remembered.set(set, known);
  return known.lines;
}

/**
 * The country whose national numbers are meant when no country is chosen: the only country in the
 * filter, or of all loaded rows. Null when there are several countries, or no real one.
 */
export function onlyCountry(
  { country_code }: Pick<Address, 'country_code'>,
  { columns }: Pick<RowSet, 'columns'>,
): string | null {
  const { values, counts } = columns.country_code;
  const [only, ...others] = country_code ?? values.filter((_, at) => (counts[at] ?? 0) > 0);
  const isCountry = only !== undefined && others.length === 0 && /^[a-z]{2}$/i.test(only);
  return isCountry ? only.toUpperCase() : null;
}

/** The surroundings in which a typed number is read: the filtered country and the rented numbers. */
export const searchPlace = (
  address: Pick<Address, 'country_code'>,
  set: RowSet,
  plan: NumberPlan | null,
): SearchPlace => ({
  plan,
  country: onlyCountry(address, set),
  countries: set.columns.country_code.values,
  isRented: (line) => rentedLines(set).has(line),
});
