import { isPlaceholderApplication } from '#contract/placeholder-application.ts';
import { readController } from '../controllers/read-controller.ts';
import { isPause } from '../is-pause.ts';
import type { ComparedRow, InventoryRule } from '../rule.ts';

/** A setting that is usually the same for all numbers of one country and type. */
interface Habit {
  field: keyof ComparedRow;
  /** The numbers whose setting is compared, and the words for them behind "numbers". */
  concerns: (row: ComparedRow) => boolean;
  group: '' | ' with voice' | ' with messaging';
  /** '' means none. */
  valueOf: (row: ComparedRow) => string;
  inWords: (value: string) => string;
}

/** Where a controller is, to follow its name: ` on hooks.example.com`. */
function placeOf(text: string | null): string {
  const controller = readController(text);
  switch (controller.kind) {
    case 'none':
      return '';
    case 'web':
      return ` on ${controller.host}`;
    case 'unreadable':
    case 'foreign':
      return ' that is no web address';
  }
}

const applicationOf = (sid: string | null) =>
  sid === null || isPlaceholderApplication(sid) ? '' : sid;

const named = (thing: string) => (value: string) =>
  value === '' ? `no ${thing}` : `the ${thing} ${value}`;

const placed = (thing: string) => (place: string) =>
  place === '' ? `no ${thing}` : `a ${thing}${place}`;

const withVoice = { concerns: (row: ComparedRow) => row.voice, group: ' with voice' } as const;
const withMessaging = {
  concerns: (row: ComparedRow) => row.messaging,
  group: ' with messaging',
} as const;

export const habits: readonly Habit[] = [
  {
    ...withVoice,
    field: 'call_controller',
    valueOf: (row) => placeOf(row.call_controller),
    inWords: placed('call controller'),
  },
  {
    ...withMessaging,
    field: 'msg_controller',
    valueOf: (row) => placeOf(row.msg_controller),
    inWords: placed('message controller'),
  },
  {
    ...withVoice,
    field: 'call_app_sid',
    valueOf: (row) => applicationOf(row.call_app_sid),
    inWords: named('calling application'),
  },
  {
    ...withMessaging,
    field: 'msg_app_sid',
    valueOf: (row) => applicationOf(row.msg_app_sid),
    inWords: named('messaging application'),
  },
  {
    concerns: () => true,
    group: '',
    field: 'mode',
    valueOf: (row) => row.mode ?? '',
    inWords: named('mode'),
  },
];

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
