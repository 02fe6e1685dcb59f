import { formatCount } from '../../lib/format.ts';
import { formatPercent } from '../../lib/format-percent.ts';
import { ofKept } from '../../list/kept-words.ts';
import { isComplete, type Scope } from '../../list/scope.ts';
import * as common from '../../words/common.ts';
import type { PastedList } from './read-list.ts';
import * as words from './words.ts';

/** The rows that a comparison covers. */
export interface Reach {
  scope: Scope;
  /** Whether filters hide rented numbers. */
  isFiltered: boolean;
}

/** Whether every rented number was compared: only then is a missing number not rented. */
export const isProven = ({ scope, isFiltered }: Reach): boolean => isComplete(scope) && !isFiltered;

/** The rows that the list was compared with, and the doubt that is left. */
export function reachWords({ scope, isFiltered }: Reach): string {
  if (scope.status === 'loading') return words.firstBeingLoaded;
  if (isProven({ scope, isFiltered }))
    return words.comparedWith(ofKept(scope, common.allRows(scope.loaded)));
  const rows = ofKept(
    scope,
    isComplete(scope) ? common.rows(scope.loaded) : common.loadedRows(scope.loaded),
  );
  const compared = words.comparedWithOnly(isFiltered ? words.forFilters(rows) : rows);
  return scope.status === 'complete' && scope.skipped > 0
    ? `${compared} ${words.cameBroken(scope.skipped)}`
    : compared;
}

/** The titles of the three parts. They claim no more than was compared. */
export const partTitles = (reach: Reach) => ({
  both: words.inBoth,
  rentedOnly: isProven(reach) ? words.rentedOnly : words.rentedOnlySoFar,
  listOnly: isProven(reach) ? words.listOnly : words.listOnlySoFar,
});

/** How much of a long list is read. */
export const readingWords = (share: number) =>
  words.reading(formatPercent(Math.floor(100 * Math.min(1, share)) / 100));

/** `12 numbers, 2 repeated, 3 skipped`. */
export function listWords({ numbers, repeated, unread }: PastedList): string {
  return [
    common.numbers(numbers.size),
    repeated > 0 && words.repeated(formatCount(repeated)),
    unread.length > 0 && words.skipped(formatCount(unread.length)),
  ]
    .filter(Boolean)
    .join(', ');
}
