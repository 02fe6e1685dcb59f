import { type Habit, habits } from '../habits.ts';
import { isPause } from '../is-pause.ts';
import type { ComparedRow, InventoryRule } from '../rule.ts';

/** Fewer than 20 numbers have no usual value: one odd number is already more than a twentieth. */
const usualShare = 0.95;

/** Groups the numbers by country and type. */
function* cohortsOf(rows: readonly ComparedRow[]): Generator<null, ComparedRow[][]> {
  const cohorts = new Map<string, ComparedRow[]>();
  for (const [at, row] of rows.entries()) {
    if (isPause(at)) yield null;
    const key = `${row.country_code} ${row.type}`;
    const cohort = cohorts.get(key);
    if (cohort) cohort.push(row);
    else cohorts.set(key, [row]);
  }
  return [...cohorts.values()];
}

/**
 * The value that nearly all numbers have, and its count; null when there is no such value or all
 * are equal.
 */
function usual(values: readonly string[]): { value: string; count: number } | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  if (counts.size < 2) return null;
  for (const [value, count] of counts) {
    if (count >= values.length * usualShare) return { value, count };
  }
  return null;
}

const typeInWords = (type: string) => type.replaceAll('_', ' ');

function* oddOnes(cohort: readonly ComparedRow[], habit: Habit) {
  const concerned = cohort.filter(habit.concerns);
  const values: string[] = [];
  for (const row of concerned) {
    if (isPause(values.length)) yield null;
    values.push(habit.valueOf(row));
  }
  const common = usual(values);
  if (common === null) return;
  const percent = Math.floor((common.count / concerned.length) * 100);
  for (const [at, row] of concerned.entries()) {
    const value = values[at] ?? '';
    if (value === common.value) continue;
    const others = `${percent} % of the ${concerned.length} ${row.country_code} ${typeInWords(row.type)} numbers${habit.group}`;
    const message = `This number may have been missed or mistaken when others were changed: ${others} have ${habit.inWords(common.value)}, this one ${habit.inWords(value)}.`;
    yield [row.number_sid, { field: habit.field, message }] as const;
  }
}

/**
 * A number that differs in the host of its voice or message controller, an application or the mode
 * from nearly all others of its country and type. Info, because the difference may be intended.
 */
export const oddOneOut: InventoryRule = {
  id: 'odd-one-out',
  level: 'info',
  title: 'Odd one out',
  remedy:
    'Give the number the same setting as the others. If the difference is intended, accept the finding.',
  *check(rows) {
    for (const cohort of yield* cohortsOf(rows)) {
      for (const habit of habits) yield* oddOnes(cohort, habit);
    }
  },
};
