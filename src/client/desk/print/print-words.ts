import type { Sort } from '../../fields/sort.ts';
import { formatCount, formatMoment } from '../../lib/format.ts';
import { loadedWords, searchWords, sortWords } from '../../list/scope-words.ts';
import type { NumberList } from '../../list/useNumberList.ts';
import * as text from '../../words/print.ts';

/** A hundred sheets of paper; who needs more rows needs a file. */
export const mostPrinted = 2000;

interface Printed extends Pick<NumberList, 'scope' | 'isNarrowed'> {
  /** How many rows are shown. */
  count: number;
  sort: Sort | null;
  at: Date;
}

/** What the head of a print says: when, how much is loaded, what is covered and what is left out. */
export function printWords({ scope, isNarrowed, count, sort, at }: Printed): string[] {
  const hasRows = scope.status !== 'loading' && scope.loaded > 0;
  return [
    text.printed(formatMoment(at.toISOString())),
    loadedWords(scope),
    isNarrowed && hasRows && searchWords(scope, count),
    sort !== null && hasRows && sortWords(scope, sort.column),
    count > mostPrinted &&
      text.leftOut(formatCount(mostPrinted), formatCount(count), formatCount(count - mostPrinted)),
  ].filter((words) => words !== false);
}
