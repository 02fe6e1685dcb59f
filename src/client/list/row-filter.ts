import { numberLine, rowLine } from '#contract/number-line.ts';
import { type FlagName, flagNames, listNames, type NumberSelection } from '#contract/selection.ts';
import { monthsSpan } from '../fields/month-filter.ts';
import { testValues } from './coded-column.ts';
import type { RowSet } from './row-set.ts';
import type { RowTest } from './row-view.ts';
import { type Search, searchTest } from './search-rows.ts';

/** The filters whose values are counted among the loaded rows. */
export const facetNames = [...listNames, ...flagNames] as const;
export type FacetName = (typeof facetNames)[number];

const isFlagName = (name: FacetName): name is FlagName => flagNames.some((flag) => flag === name);

/** The chosen values of a facet: 1 at the place of each; null when none is chosen. */
export function chosenValues(
  { columns }: RowSet,
  facet: FacetName,
  selection: NumberSelection,
): Uint8Array | null {
  if (isFlagName(facet)) {
    const chosen = selection[facet];
    return chosen === undefined ? null : testValues(columns[facet], (value) => value === chosen);
  }
  const chosen = selection[facet];
  return chosen === undefined
    ? null
    : testValues(columns[facet], (value) => chosen.includes(value));
}

/** A test for every filter but the facets, on the rows from `from` on; null when there is no such filter. */
export function restTest(
  set: RowSet,
  { number }: Pick<NumberSelection, 'number'>,
  search: Search | null,
  rented: string | null,
  from: number,
  other: RowTest | null,
): ((position: number) => boolean) | null {
  const { rows } = set;
  const tests: ((position: number) => boolean)[] = [];
  if (number !== undefined) {
    const line = numberLine(number);
    tests.push((position) => rowLine(rows[position]!) === line);
  }
  if (search !== null) tests.push(searchTest(set, search, from));
  if (rented !== null) {
    const span = monthsSpan(rented);
    tests.push((position) => {
      const created = Date.parse(rows[position]!.created ?? '');
      return created >= span.from && created < span.before;
    });
  }
  if (other !== null) tests.push(other.passes);
  const [only] = tests;
  if (only === undefined || tests.length === 1) return only ?? null;
  return (position) => tests.every((test) => test(position));
}
