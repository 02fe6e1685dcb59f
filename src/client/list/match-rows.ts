import { numberLine, rowLine } from '#contract/number-line.ts';
import { type FlagName, flagNames, listNames, type NumberSelection } from '#contract/selection.ts';
import { monthsSpan } from '../fields/rented-months.ts';
import { testValues } from './coded-column.ts';
import type { RowTest } from './join-tests.ts';
import type { RowSet } from './row-set.ts';
import { type Search, searchTest } from './search-rows.ts';

/** The filters whose values are counted among the loaded rows. */
const facetNames = [...listNames, ...flagNames] as const;
export type FacetName = (typeof facetNames)[number];

const isFlagName = (name: FacetName): name is FlagName => flagNames.some((flag) => flag === name);

/** The chosen values of a facet: 1 at the place of each; null when none is chosen. */
function chosenValues(
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

/** A test for every filter but the facets, on the rows from `from` on; null without such a filter. */
function restTest(
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

/** Counts by facet value, over rows that match every filter but this facet. */
export type FacetCounts = Readonly<Record<FacetName, ReadonlyMap<string, number>>>;

const firstRoom = 256;

/** A row fails nothing; or it is out, as it fails several facets or another filter. */
const none = -1;
const out = -2;

/**
 * Finds the rows that match in a set that grows: `run` looks at those added since the last time.
 * Choosing a value does not empty its own facet: a row that fails one facet only is counted there.
 */
export function createRowMatcher(
  set: RowSet,
  selection: NumberSelection,
  search: Search | null,
  rented: string | null,
  other: RowTest | null,
) {
  const counts = facetNames.map((): number[] => []);
  const isNarrow =
    search !== null || rented !== null || other !== null || Object.keys(selection).length > 0;
  let matches = new Uint32Array(firstRoom);
  let found = 0;
  let seen = 0;

  function keep(position: number) {
    if (found === matches.length) {
      const larger = new Uint32Array(2 * found);
      larger.set(matches);
      matches = larger;
    }
    matches[found] = position;
    found += 1;
  }

  /** For each of some rows: `none`, `out`, or the index of the one facet that the row fails. */
  function failures(from: number, length: number): Int8Array {
    const failed = new Int8Array(length).fill(none);
    const test = restTest(set, selection, search, rented, from, other);
    if (test !== null)
      for (let at = 0; at < length; at += 1) if (!test(from + at)) failed[at] = out;
    for (const [place, name] of facetNames.entries()) {
      const chosen = chosenValues(set, name, selection);
      if (chosen === null) continue;
      const { codes } = set.columns[name];
      for (let at = 0; at < length; at += 1) {
        if (chosen[codes[from + at]!] !== 1) failed[at] = failed[at] === none ? place : out;
      }
    }
    return failed;
  }

  // Column by column, as each loop then does one thing with arrays of numbers.
  function run() {
    const from = seen;
    seen = set.rows.length;
    const failed = failures(from, seen - from);
    for (const [place, name] of facetNames.entries()) {
      const { codes, values } = set.columns[name];
      const added = new Uint32Array(values.length);
      for (let at = 0; at < failed.length; at += 1) {
        if (failed[at] === none || failed[at] === place) added[codes[from + at]!]! += 1;
      }
      const ofValue = counts[place]!;
      for (const [code, rows] of added.entries()) {
        if (rows > 0) ofValue[code] = (ofValue[code] ?? 0) + rows;
      }
    }
    if (!isNarrow) return;
    for (let at = 0; at < failed.length; at += 1) if (failed[at] === none) keep(from + at);
  }

  function countsOf(name: FacetName): ReadonlyMap<string, number> {
    const byValue = new Map<string, number>();
    const { values } = set.columns[name];
    // A value that no row has is a hole in the array, which forEach passes by.
    counts[facetNames.indexOf(name)]?.forEach((rows, code) => {
      byValue.set(String(values[code]), rows);
    });
    return byValue;
  }

  return {
    run,
    /** The positions of the matching rows, ascending; null when all of them match. */
    matching: () => (isNarrow ? matches.subarray(0, found) : null),
    facetCounts: () =>
      Object.fromEntries(facetNames.map((name) => [name, countsOf(name)])) as FacetCounts,
  };
}
