import type { Acceptance } from '#checks/acceptance.ts';
import { rules } from '#checks/rules.ts';
import { checkLevels } from '#contract/checks-report.ts';
import { acceptedCheck, bitsOf, ruleBit } from '../fields/rule-bits.ts';
import { areUnchecked } from '../list/check-marks.ts';
import { ofKept } from '../list/kept-words.ts';
import { isComplete } from '../list/scope.ts';
import type { Ranks } from '../list/sort-rows.ts';
import type { NumberList } from '../list/useNumberList.ts';
import * as words from '../words/checks.ts';
import * as common from '../words/common.ts';
import type { CheckedRows } from './checked-rows.ts';

/** The rules with an open finding in each row, by position. */
export function openFindings(
  { set, found }: Pick<CheckedRows, 'set' | 'found'>,
  acceptances: readonly Acceptance[],
): Uint32Array {
  const ofAll = acceptances
    .filter(({ number_sid }) => number_sid === undefined)
    .reduce((all, { rule }) => all | ruleBit(rule), 0);
  const open = found.map((bits) => bits & ~ofAll);
  for (const { rule, number_sid } of acceptances) {
    const position = number_sid === undefined ? undefined : set.positionOf(number_sid);
    if (position !== undefined && position < open.length) open[position]! &= ~ruleBit(rule);
  }
  return open;
}

export const isCheck = (check: string): boolean => check === acceptedCheck || bitsOf(check) !== 0;

/** How many of some rows each filter leaves. */
export function countFindings(
  { found }: Pick<CheckedRows, 'found'>,
  open: Uint32Array,
  positions: Uint32Array,
): ReadonlyMap<string, number> {
  const ofRule = new Uint32Array(32);
  const counts = new Map<string, number>();
  const masks = checkLevels.map((level) => ({ level, mask: bitsOf(level), count: 0 }));
  let accepted = 0;
  for (const position of positions) {
    const bits = open[position] ?? 0;
    if ((found[position] ?? 0) !== bits) accepted += 1;
    if (bits === 0) continue;
    for (const one of masks) if ((bits & one.mask) !== 0) one.count += 1;
    for (let rest = bits; rest !== 0; rest &= rest - 1) ofRule[31 - Math.clz32(rest & -rest)]! += 1;
  }
  for (const { level, count } of masks) counts.set(level, count);
  for (const [at, { id }] of rules.entries()) counts.set(id, ofRule[at]!);
  return counts.set(acceptedCheck, accepted);
}

/** More than there are rules: each is a bit. */
const most = 32;
/** The bits of the rules, the worst first. */
const masks = rules.map(({ id }) => ruleBit(id));

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/**
 * The order of rows by their findings: by the worst rule of each, so that a level and, within the
 * level, equal findings stand together; of those, the rows with the most rules first. Rows without a
 * finding have no value.
 *
 * @param open by position, the rules with an open finding.
 */
export function severityRanks(open: Uint32Array): Ranks {
  const distinct = masks.length * most;
  const rankOf = open.map((bits) => {
    const worst = masks.findIndex((mask) => (bits & mask) !== 0);
    return worst < 0 ? distinct : worst * most + (most - 1 - countBits(bits));
  });
  return { rankOf, distinct };
}

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
