import { formatCount, formatPlural } from '../../lib/format.ts';
import { isComplete, type Scope } from '../scope.ts';
import type { PastedList } from './read-list.ts';

/** What a comparison covers. */
export interface Reach {
  scope: Scope;
  /** Whether filters keep rows out that may be rented. */
  isFiltered: boolean;
}

/** Whether every rented number was compared, so that a missing one is not rented. */
export const isProven = ({ scope, isFiltered }: Reach): boolean => isComplete(scope) && !isFiltered;

/** What the list was compared with, and what that leaves open. */
export function reachWords({ scope, isFiltered }: Reach): string {
  if (scope.status === 'loading') return 'The first numbers are being loaded.';
  const rows = isComplete(scope)
    ? formatPlural(scope.loaded, 'row')
    : formatPlural(scope.loaded, 'loaded row');
  if (isProven({ scope, isFiltered })) return `Compared with all ${rows}.`;
  const which = isFiltered ? ` for the filters in force` : '';
  const skipped =
    scope.status === 'complete' && scope.skipped > 0
      ? ` ${formatPlural(scope.skipped, 'row')} came broken and could not be compared.`
      : '';
  return `Compared with the ${rows}${which} only: a number that is missing here may still be rented.${skipped}`;
}

/** The titles of the three parts, which claim no more than was compared. */
export const partTitles = (reach: Reach) => ({
  both: 'In both',
  rentedOnly: isProven(reach) ? 'Rented, not in your list' : 'Rented, not in your list, so far',
  listOnly: isProven(reach) ? 'In your list, not rented' : 'In your list, not among these rows',
});

/** `12 numbers, 2 repeated, 3 could not be read`. */
export function listWords({ numbers, repeated, unread }: PastedList): string {
  return [
    formatPlural(numbers.length, 'number'),
    repeated > 0 && `${formatCount(repeated)} repeated`,
    unread.length > 0 && `${formatCount(unread.length)} could not be read`,
  ]
    .filter(Boolean)
    .join(', ');
}
