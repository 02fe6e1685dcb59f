import type { Acceptance } from '#checks/acceptance.ts';
import { rules } from '#checks/rules.ts';
import { checkLevels } from '#contract/checks-report.ts';
import { acceptedCheck, bitsOf, ruleBit } from '../fields/rule-bits.ts';
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
