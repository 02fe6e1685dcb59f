import { formatClock, formatDay, formatMoment } from '../lib/format.ts';
import * as words from '../words/kept.ts';
import { isPast, type Scope } from './scope.ts';

/** `26 Nov 2026, 03:17` */
export const momentWords = (epochMs: number) => formatMoment(new Date(epochMs).toISOString());

/**
 * A phrase about the rows of a list: `all 5,310 rows`, and of a snapshot `all 5,310 rows as of
 * 26 Nov 2026, 03:17`.
 */
export function ofKept(scope: Scope, phrase: string): string {
  if (!isPast(scope)) return phrase;
  return scope.status === 'complete'
    ? words.ofMoment(phrase, momentWords(scope.at))
    : words.ofSnapshot(phrase);
}

/** When a complete list was read, or since when it was kept: `12:04`, `as of 26 Nov 2026, 03:17`. */
export function readWords({
  at,
  kept,
}: Pick<Extract<Scope, { status: 'complete' }>, 'at' | 'kept'>) {
  if (kept === 'past') return words.asOf(momentWords(at));
  return kept === 'recent' ? words.asOf(formatClock(at)) : formatClock(at);
}

/** `as of 26 Nov 2026, 03:17` for a snapshot; null for the list of now. */
export const asOfWords = (scope: Scope): string | null =>
  isPast(scope) && scope.status === 'complete' ? readWords(scope) : null;

/** The day of the counts beside the filters, in words; null for the list of now. */
export function keptNote(scope: Scope): string | null {
  if (scope.kept === undefined || scope.status !== 'complete') return null;
  return isPast(scope) ? words.asOf(formatDay(new Date(scope.at).toISOString())) : readWords(scope);
}
