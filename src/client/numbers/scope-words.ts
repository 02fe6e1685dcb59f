import { formatClock, formatCount, formatPlural } from '../lib/format.ts';
import { failureWords } from './failure-words.ts';
import type { Pace } from './inventory/inventory-state.ts';
import { isComplete, type Scope } from './scope.ts';

const loadedRows = (scope: Scope) => ('loaded' in scope ? scope.loaded : 0);

/** `about 3,000 to go`, or null without an earlier walk that says so. */
export function toGoWords({ loaded, estimate }: Pace): string | null {
  if (estimate === null) return null;
  const left = Math.max(0, estimate.total - loaded);
  return left === 0 ? 'nearly done' : `about ${formatCount(left)} to go`;
}

/** `Loading the whole list: 240 so far, about 3,000 to go`. */
export const progressWords = (label: string, loaded: number, pace: Pace) =>
  [`${label}: ${formatCount(loaded)} so far`, toGoWords(pace)].filter(Boolean).join(', ');

/** `240 loaded, more at Apifonica`, or `All 5,310 loaded at 12:04`; without why it stopped. */
export function reachWords(scope: Scope): string {
  switch (scope.status) {
    case 'loading':
      return 'Loading the first numbers';
    case 'partial':
      return `${formatCount(scope.loaded)} loaded, more at Apifonica`;
    case 'walking':
      return progressWords('Loading the whole list', scope.loaded, scope.pace);
    case 'paused':
      return `Paused with ${formatCount(scope.loaded)} loaded, more at Apifonica`;
    case 'complete':
      if (scope.skipped > 0) {
        return `${formatCount(scope.loaded)} loaded, ${formatCount(scope.skipped)} left out, at ${formatClock(scope.at)}`;
      }
      if (scope.loaded === 0) return `None at Apifonica at ${formatClock(scope.at)}`;
      return `${scope.loaded === 1 ? 'The only one' : `All ${formatCount(scope.loaded)}`} loaded at ${formatClock(scope.at)}`;
    case 'stopped':
      return scope.loaded === 0
        ? 'Nothing loaded'
        : `${formatCount(scope.loaded)} loaded, then stopped`;
  }
}

/** The same, with why it stopped where it did. */
export const loadedWords = (scope: Scope): string =>
  scope.status === 'stopped'
    ? `${reachWords(scope)}: ${failureWords(scope.error).title}`
    : reachWords(scope);

/** What a sort covers. */
export function sortWords(scope: Scope, column: string): string {
  const by = `Sorted by ${column.toLowerCase()}`;
  return isComplete(scope)
    ? `${by}, all ${formatPlural(loadedRows(scope), 'row')}`
    : `${by} within the ${formatPlural(loadedRows(scope), 'loaded row')}`;
}

/** What a search or a filter over the rows here covers. */
export function searchWords(scope: Scope, found: number): string {
  const among = isComplete(scope)
    ? `all ${formatPlural(loadedRows(scope), 'row')}`
    : `the ${formatPlural(loadedRows(scope), 'loaded row')}`;
  return found === 0 ? `No match in ${among}` : `${formatCount(found)} of ${among} match`;
}

/** `240 loaded rows`, `3 rows`, `all 5,310 rows`: what is on screen of what there is. */
function rowWords(scope: Scope, rows: number, narrowed: boolean): string {
  if (!isComplete(scope)) return formatPlural(rows, 'loaded row');
  return narrowed ? formatPlural(rows, 'row') : `all ${formatPlural(rows, 'row')}`;
}

/** `Export 240 loaded rows`, `Export all 5,310 rows`. */
export const exportWords = (scope: Scope, rows: number, narrowed: boolean) =>
  `Export ${rowWords(scope, rows, narrowed)}`;

/** `240 loaded rows selected`, `all 5,310 rows selected`. */
export const selectedWords = (scope: Scope, rows: number) =>
  `${rowWords(scope, rows, rows < loadedRows(scope))} selected`;

/** `Copy 240 loaded rows`. */
export const copyWords = (scope: Scope, rows: number, narrowed: boolean) =>
  `Copy ${rowWords(scope, rows, narrowed)}`;
