import type { Acceptance } from '#checks/acceptance.ts';
import { findAcceptance } from '#checks/apply-acceptances.ts';
import { isPause } from '#checks/is-pause.ts';
import { rulesIn } from '../fields/rule-bits.ts';
import type { CheckedRows } from './checked-rows.ts';

/** Rows that were checked to their end, and whether they were the whole list. */
export interface SettledRows {
  checked: CheckedRows;
  isWhole: boolean;
}

/** The rules with a finding that is new in a number, or gone from it. */
interface Change {
  added: number;
  gone: number;
}

/** What a refresh changed, by SID. */
export interface FindingChanges {
  /** When the list was refreshed. */
  at: number;
  numbers: ReadonlyMap<string, Change>;
}

function bitsOfNumber({ checked: { set, count, found }, isWhole }: SettledRows, sid: string) {
  const position = set.positionOf(sid);
  if (position !== undefined && position < count) return found[position]!;
  // A number that was not loaded may have had findings.
  return isWhole ? 0 : null;
}

/**
 * The findings that are new or gone between two readings of a list. A number that one of them does not
 * have counts only if that one is the whole list.
 */
export function* compareReadings(
  before: SettledRows,
  after: SettledRows,
): Generator<void, ReadonlyMap<string, Change>, void> {
  const numbers = new Map<string, Change>();
  for (const { set, count } of [after.checked, before.checked]) {
    for (let position = 0; position < count; position += 1) {
      if (isPause(position)) yield;
      const { number_sid } = set.rows[position]!;
      const was = bitsOfNumber(before, number_sid);
      const is = bitsOfNumber(after, number_sid);
      if (was === null || is === null || was === is) continue;
      numbers.set(number_sid, { added: is & ~was, gone: was & ~is });
    }
  }
  return numbers;
}

/** Numbers with a new and with a gone finding, by rule; accepted findings are left out. */
export function countChanges(
  { numbers }: FindingChanges,
  acceptances: readonly Acceptance[],
): ReadonlyMap<string, Change> {
  const counts = new Map<string, Change>();
  for (const [number_sid, change] of numbers) {
    for (const kind of ['added', 'gone'] as const) {
      for (const { id } of rulesIn(change[kind])) {
        if (findAcceptance(acceptances, id, number_sid)) continue;
        const count = counts.get(id) ?? { added: 0, gone: 0 };
        counts.set(id, { ...count, [kind]: count[kind] + 1 });
      }
    }
  }
  return counts;
}
