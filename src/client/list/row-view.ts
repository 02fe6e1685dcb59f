import type { RentedNumber } from '#contract/number.ts';
import type { NumberSelection } from '#contract/selection.ts';
import type { Sort } from '../fields/sort.ts';
import { createPass, type FacetCounts } from './row-pass.ts';
import type { RowSet } from './row-set.ts';
import type { Search } from './search-rows.ts';
import { type Ranks, sortPositions } from './sort-rows.ts';

export interface Question {
  /** The filters to apply to loaded rows; filters that Apifonica applied already may be left out. */
  selection: NumberSelection;
  search: Search | null;
  /** The months in which they were rented, `2024-03..2024-07`. */
  rented?: string | null;
  sort: Sort | null;
  /** The order of the findings, for a sort by them. */
  severity?: Ranks | null;
  /** A further test that a row has to pass. */
  test?: RowTest | null;
}

export interface RowTest {
  /** Names the test: two tests with different names are different questions. */
  key: string;
  passes: (position: number) => boolean;
}

/** Joins tests: a row has to pass all of them. Null without a test. */
export function everyTest(...tests: readonly (RowTest | null)[]): RowTest | null {
  const wanted = tests.filter((test) => test !== null);
  const [only] = wanted;
  if (wanted.length < 2) return only ?? null;
  return {
    key: JSON.stringify(wanted.map(({ key }) => key)),
    passes: (position) => wanted.every((test) => test.passes(position)),
  };
}

/** The rows to show, in their order. */
export interface RowView {
  readonly length: number;
  readonly facets: FacetCounts;
  at(index: number): RentedNumber | undefined;
  /** The index of the first row that passes, or -1. */
  findIndex(test: (row: RentedNumber) => boolean): number;
  /** The position of each in its set. */
  positions(): Uint32Array;
}

const everyPosition = (length: number) => Uint32Array.from({ length }, (_, position) => position);

function toView(set: RowSet, order: Uint32Array | null, facets: FacetCounts): RowView {
  const length = order?.length ?? set.rows.length;
  const at = (index: number) => {
    const position = order === null ? index : order[index];
    return index < length && position !== undefined ? set.rows[position] : undefined;
  };
  return {
    length,
    facets,
    at,
    findIndex(test) {
      // Every index below the length has its row.
      for (let index = 0; index < length; index += 1) if (test(at(index)!)) return index;
      return -1;
    },
    positions: () => order ?? everyPosition(length),
  };
}

/**
 * Makes views of row sets, and remembers the last question: when rows were only added since, only
 * those are looked at. A sort is made anew, from ranks that are remembered too.
 */
export function createRowViewer() {
  let last:
    | { set: RowSet; edits: number; key: string; pass: ReturnType<typeof createPass> }
    | undefined;

  return function view(set: RowSet, question: Question): RowView {
    const { selection, search, rented = null, sort, severity, test = null } = question;
    const key = JSON.stringify([selection, search, rented, test?.key]);
    if (last?.set !== set || last.edits !== set.edits || last.key !== key) {
      last = { set, edits: set.edits, key, pass: createPass(set, selection, search, rented, test) };
    }
    const { pass } = last;
    pass.run();
    const matching = pass.matching();
    const order =
      sort === null
        ? matching
        : sortPositions(set, matching ?? everyPosition(set.rows.length), sort, severity);
    return toView(set, order, pass.facetCounts());
  };
}
