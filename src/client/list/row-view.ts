import type { NumberSelection } from '#contract/selection.ts';
import type { Sort } from '../fields/sort.ts';
import type { RowTest } from './join-tests.ts';
import { createRowMatcher } from './match-rows.ts';
import { everyPosition, type RowView, rowList } from './row-list.ts';
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

/**
 * Makes views of row sets, and remembers the last question: when rows were only added since, only
 * those are looked at. A sort is made anew, from ranks that are remembered too.
 */
export function createRowViewer() {
  let last:
    | { set: RowSet; edits: number; key: string; pass: ReturnType<typeof createRowMatcher> }
    | undefined;

  return function view(set: RowSet, question: Question): RowView {
    const { selection, search, rented = null, sort, severity, test = null } = question;
    const key = JSON.stringify([selection, search, rented, test?.key]);
    if (last?.set !== set || last.edits !== set.edits || last.key !== key) {
      last = {
        set,
        edits: set.edits,
        key,
        pass: createRowMatcher(set, selection, search, rented, test),
      };
    }
    const { pass } = last;
    pass.run();
    const matching = pass.matching();
    const order =
      sort === null
        ? matching
        : sortPositions(set, matching ?? everyPosition(set.rows.length), sort, severity);
    return rowList(set, order, pass.facetCounts());
  };
}
