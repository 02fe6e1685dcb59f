import type { NumberSelection } from '#contract/selection.ts';
import { type ColumnId, columnLabel } from '../fields/columns.tsx';
import { formatClock, formatCount } from '../lib/format.ts';
import * as common from '../words/common.ts';
import * as exporting from '../words/export.ts';
import * as kept from '../words/kept.ts';
import * as words from '../words/list.ts';
import * as selection from '../words/selection.ts';
import { failureWords } from './failure-words.ts';
import { ofKept, readWords } from './kept-words.ts';
import type { ListSource } from './list-state.ts';
import { isComplete, isPast, type Pace, type Scope } from './scope.ts';
import type { SelectedRows } from './selected-rows.ts';

const loadedRows = (scope: Scope) => ('loaded' in scope ? scope.loaded : 0);

/** `about 3,000 to go`, or null without an earlier walk that says so. */
export function toGoWords({ loaded, estimate }: Pace): string | null {
  if (estimate === null) return null;
  const left = Math.max(0, estimate.total - loaded);
  return left === 0 ? words.nearlyDone : words.toGo(formatCount(left));
}

/** `Loading the whole list: 240 so far, about 3,000 to go`. */
export const progressWords = (label: string, loaded: number, pace: Pace) =>
  [words.soFar(label, formatCount(loaded)), toGoWords(pace)].filter(Boolean).join(', ');

/** What is being loaded as a whole. */
export const loadingWords = (scope: Scope) => (isPast(scope) ? kept.opening : words.loadingAll);

/**
 * `240 loaded, more available`, or `All 5,310 loaded, 12:04`; without why it stopped. Where a young
 * snapshot answered: `All 5,310 loaded, from the snapshot of 12:04`.
 *
 * @param asked the filters that Apifonica was asked with, in words.
 */
export function reachWords(scope: Scope, asked = ''): string {
  switch (scope.status) {
    case 'loading':
      return isPast(scope) ? kept.opening : words.loadingFirst;
    case 'partial':
      return words.loaded(formatCount(scope.loaded));
    case 'walking':
      return progressWords(loadingWords(scope), scope.loaded, scope.pace);
    case 'paused':
      return isPast(scope)
        ? kept.loaded(formatCount(scope.loaded))
        : words.paused(formatCount(scope.loaded));
    case 'complete': {
      const { loaded, skipped } = scope;
      const time =
        scope.kept === 'recent' ? kept.fromSnapshot(formatClock(scope.at)) : readWords(scope);
      if (skipped > 0) return words.loadedWithout(formatCount(loaded), formatCount(skipped), time);
      if (asked !== '') {
        if (loaded === 0) return words.noMatchesAt(asked, time);
        return loaded === 1
          ? words.oneMatchAt(time)
          : words.allMatchesAt(formatCount(loaded), time);
      }
      if (loaded === 0) return scope.kept ? kept.at(kept.none, time) : words.noneAt(time);
      return loaded === 1 ? words.onlyOneAt(time) : words.allAt(formatCount(loaded), time);
    }
    case 'stopped':
      if (isPast(scope) && scope.loaded > 0) return kept.loaded(formatCount(scope.loaded));
      return scope.loaded === 0 ? words.nothingLoaded : words.stopped(formatCount(scope.loaded));
  }
}

/** The same, with why it stopped where it did. */
export const loadedWords = (scope: Scope, asked = ''): string =>
  scope.status === 'stopped'
    ? words.because(reachWords(scope), failureWords(scope.error, scope.loaded > 0).title)
    : reachWords(scope, asked);

/**
 * `no rows yet from 4 of 6 chosen countries`; null when each was asked for. The remedy follows where
 * no further ones come by themselves.
 */
export function partsWords(
  { all, unasked, areAwaited }: ListSource['parts'],
  { country_code, type }: NumberSelection,
): string | null {
  if (unasked === 0) return null;
  const isOneOf = (values: readonly string[] | undefined) => (values?.length ?? 1) === 1;
  const what = isOneOf(type) ? 'country_code' : isOneOf(country_code) ? 'type' : 'both';
  const missing = words.notYetFrom(formatCount(unasked), formatCount(all), words.chosen[what]);
  return areAwaited ? missing : words.loadAllBrings(missing);
}

/** `3,240 read, 2 matches`: how far a search of all numbers is. */
export function searchProgressWords(scope: Scope, found: number): string {
  const read = formatCount(loadedRows(scope));
  const total = scope.status === 'walking' ? (scope.pace.estimate?.total ?? 0) : 0;
  return total > loadedRows(scope)
    ? words.readOfAbout(read, formatCount(total), found)
    : words.readSoFar(read, found);
}

/**
 * `All 5,310 searched: 3 matches`, or `No matches for “desk” (checked 12:04)`.
 *
 * @param sought the text and the filters that were searched for, in words.
 */
export function searchedWords(
  scope: Extract<Scope, { status: 'complete' }>,
  found: number,
  sought: string,
): string {
  const { loaded, skipped } = scope;
  const count = ofKept(scope, formatCount(loaded));
  if (skipped > 0) return words.searchedWithout(count, formatCount(skipped), found);
  if (found > 0) return words.searched(count, found);
  const time = readWords(scope);
  return scope.kept ? kept.at(words.noMatchesFor(sought), time) : words.noMatchesAt(sought, time);
}

/** What a sort covers. */
export function sortWords(scope: Scope, column: ColumnId): string {
  const by = words.sortedBy(common.inSentence(columnLabel(column)));
  const rows = loadedRows(scope);
  return isComplete(scope)
    ? words.sortedAll(by, ofKept(scope, common.allRows(rows)))
    : words.sortedWithin(by, ofKept(scope, common.loadedRows(rows)));
}

/** What a search or a filter over the rows here covers. */
export function searchWords(scope: Scope, found: number): string {
  const rows = loadedRows(scope);
  const among = ofKept(scope, isComplete(scope) ? common.allRows(rows) : common.loadedRows(rows));
  return found === 0 ? words.noMatch(among) : words.match(found, among);
}

/** `240 loaded rows`, `3 rows`, `all 5,310 rows`: what is on screen of what there is. */
function rowWords(scope: Scope, rows: number, narrowed: boolean): string {
  if (!isComplete(scope)) return ofKept(scope, common.loadedRows(rows));
  return ofKept(scope, narrowed ? common.rows(rows) : common.allRows(rows));
}

/** `Export 240 loaded rows`, `Export all 5,310 rows`. */
export const exportWords = (scope: Scope, rows: number, narrowed: boolean) =>
  exporting.exportRows(rowWords(scope, rows, narrowed));

/** `240 loaded rows selected`, `all 5,310 rows selected`; `2 rows selected` if some are not loaded. */
export const selectedWords = (
  scope: Scope,
  { length, elsewhere }: Pick<SelectedRows, 'length' | 'elsewhere'>,
) =>
  selection.selected(
    elsewhere > 0
      ? ofKept(scope, common.rows(length))
      : rowWords(scope, length, length < loadedRows(scope)),
  );

/** `Copy 240 loaded rows`. */
export const copyWords = (scope: Scope, rows: number, narrowed: boolean) =>
  exporting.copyRows(rowWords(scope, rows, narrowed));
