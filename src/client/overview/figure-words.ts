import { formatCount } from '../lib/format.ts';
import { ofKept } from '../list/kept-words.ts';
import { isComplete, isPast, type Scope } from '../list/scope.ts';
import * as words from './words.ts';

/** The numbers that a picture covers: `240 loaded numbers; total unknown`, `All 5,310 numbers`. */
export const figureWords = (scope: Scope, counted: number): string =>
  ofKept(scope, coveredWords(scope, counted));

function coveredWords(scope: Scope, counted: number): string {
  if (scope.status === 'loading') return words.ofNone;
  const { loaded } = scope;
  const isPart = counted < loaded;
  if (isComplete(scope)) {
    return isPart ? words.matchingAll(formatCount(counted), loaded) : words.ofAll(loaded);
  }
  const covered = isPart
    ? words.matchingLoaded(formatCount(counted), loaded)
    : words.ofLoaded(loaded);
  return scope.status === 'complete'
    ? words.cameBroken(covered, scope.skipped)
    : isPast(scope)
      ? covered
      : words.noTotal(covered);
}
