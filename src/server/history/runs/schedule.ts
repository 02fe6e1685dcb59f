import { createHash } from 'node:crypto';
import { Cron } from 'croner';

/** When runs are due. Times are milliseconds since 1970. */
export interface Schedule {
  /** The first run after a moment. */
  after(moment: number): number;
  /** The time between the two runs after a moment. */
  period(moment: number): number;
}

/**
 * Reads five cron fields.
 * @returns the schedule, or its fault as the middle of a sentence.
 */
export function readSchedule(
  fields: string,
  timeZone: string,
): { schedule: Schedule } | { fault: string } {
  if (fields.trim().split(/\s+/).length !== 5) return { fault: 'does not have five fields' };
  let cron: Cron;
  try {
    cron = new Cron(fields, { mode: '5-part', timezone: timeZone, paused: true });
    if (cron.nextRun() === null) return { fault: 'names a day that never comes' };
  } catch {
    return { fault: 'cannot be read' };
  }
  function after(moment: number): number {
    // There is always a later run, as the check above found one.
    return cron.nextRun(new Date(moment))?.getTime() ?? Number.POSITIVE_INFINITY;
  }
  function period(moment: number): number {
    const first = after(moment);
    return after(first) - first;
  }
  return { schedule: { after, period } };
}

/**
 * The same schedule, each run so many milliseconds later.
 */
export const delayed = ({ after, period }: Schedule, ms: number): Schedule => ({
  after: (moment) => after(moment - ms) + ms,
  period: (moment) => period(moment - ms),
});

/** The minute within an hour at which an account has its turn: always the same, by its id. */
export const minuteOf = (accountId: string): number =>
  createHash('sha256').update(accountId).digest().readUInt32BE() % 60;
