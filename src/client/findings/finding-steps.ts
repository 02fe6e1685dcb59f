import { areUnchecked } from '../list/check-marks.ts';
import { ofKept } from '../list/kept-words.ts';
import { isComplete } from '../list/scope.ts';
import type { NumberList } from '../list/useNumberList.ts';
import * as words from '../words/checks.ts';
import * as common from '../words/common.ts';

/**
 * The index of the nearest shown row with an open finding, or -1.
 *
 * @param positions the position of each shown row in its set.
 * @param open by position, the rules with an open finding.
 * @param at the index to start from, which does not count; a half stands between two rows.
 */
export function stepToFinding(
  positions: Uint32Array,
  open: Uint32Array,
  at: number,
  by: 1 | -1,
): number {
  let index = by > 0 ? Math.floor(at) + 1 : Math.min(Math.ceil(at), positions.length) - 1;
  for (; index >= 0 && index < positions.length; index += by) {
    if ((open[positions[index]!] ?? 0) !== 0) return index;
  }
  return -1;
}

type Covered = Pick<NumberList, 'scope' | 'shown' | 'isNarrowed' | 'marks' | 'set'>;

/** Says that no further, or no earlier, finding is left, and in which rows. */
export function endOfFindings(list: Covered, by: 1 | -1): string {
  const { scope, shown, isNarrowed, set } = list;
  if (areUnchecked(list)) return words.findingsAwaited;
  const rows = ofKept(
    scope,
    isComplete(scope) ? common.allRows(set.rows.length) : common.loadedRows(set.rows.length),
  );
  const among = isNarrowed ? ofKept(scope, words.rowsShown(common.rows(shown.length))) : rows;
  const none = by === 1 ? words.noFurther(among) : words.noEarlier(among);
  return scope.status === 'walking' && by === 1 ? `${none} ${words.stillLoading}` : none;
}
