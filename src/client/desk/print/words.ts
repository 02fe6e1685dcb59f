import type { Sort } from '../../fields/sort.ts';
import { formatCount, formatMoment } from '../../lib/format.ts';
import { loadedWords, searchWords, sortWords } from '../../list/scope-words.ts';
import type { NumberList } from '../../list/useNumberList.ts';

/** About a hundred sheets of paper. More rows belong in a file. */
export const mostPrinted = 2000;

/** Texts on paper. */
export const print = 'Print';
const printed = (moment: string) => `Printed ${moment}`;
const leftOut = (printed: string, count: string, left: string) =>
  `The first ${printed} of ${count} rows. ${left} are not printed; export them instead`;

interface Printed extends Pick<NumberList, 'scope' | 'isNarrowed'> {
  /** The count of shown rows. */
  count: number;
  sort: Sort | null;
  /** The days whose differences are printed in place of the list, in words. */
  compared?: string | undefined;
  at: Date;
}

/** The lines above a print: time, loaded rows, search and sort, and rows that are not printed. */
export function printWords({ scope, isNarrowed, count, sort, compared, at }: Printed): string[] {
  const hasRows = scope.status !== 'loading' && scope.loaded > 0;
  return [
    printed(formatMoment(at.toISOString())),
    compared ?? loadedWords(scope),
    isNarrowed && hasRows && searchWords(scope, count),
    sort !== null && hasRows && sortWords(scope, sort.column),
    count > mostPrinted &&
      leftOut(formatCount(mostPrinted), formatCount(count), formatCount(count - mostPrinted)),
  ].filter((words) => words !== false);
}
