import type { Snapshot } from '#contract/history.ts';
import { confirmAfterMs } from '../store/unconfirmed.ts';
import type { Schedule } from './schedule.ts';

const minute = 60_000;
/** Failed walks, and lists that stay unconfirmed, are tried again after growing waits. */
const firstWaitMs = 10 * minute;
const longestWaitMs = 60 * minute;

/** What is known of the runs of an account. Times are milliseconds since 1970. */
export interface PastRuns {
  /** Newest first, as the history lists them. */
  snapshots: readonly Snapshot[];
  /** When the account was first seen here. */
  since: number;
  /** The last failure and how many there were in a row; null after a success. */
  failed: { at: number; tries: number } | null;
  /** How many lists in a row nothing has confirmed. */
  unconfirmed: number;
}

/** The newest snapshot that can be opened. */
export const newestKept = (snapshots: readonly Snapshot[]): Snapshot | undefined =>
  snapshots.find(({ status }) => status === 'kept');

/**
 * The moment from which the schedule counts: that of the newest list, or of the account's first sight
 * here. Where a clock that was wrong has left a moment in the future, it still counts up to
 * one period, so that no run is repeated; a later one does not, as no run would come for long.
 * @returns null when no moment counts.
 */
export function scheduleBase(
  { snapshots, since }: Pick<PastRuns, 'snapshots' | 'since'>,
  schedule: Schedule,
  now: number,
): number | null {
  const [newest] = snapshots;
  const latest = now + schedule.period(now);
  const moments = newest === undefined ? [since] : [Date.parse(newest.asOf), since];
  return moments.find((moment) => moment <= latest) ?? null;
}

/** When a failed walk may be tried again. */
function retryAt({ failed }: PastRuns, now: number): number {
  if (failed === null || failed.at > now) return Number.NEGATIVE_INFINITY;
  return failed.at + Math.min(firstWaitMs * 2 ** (failed.tries - 1), longestWaitMs);
}

/** When an unconfirmed list is walked again. A list that differs each time would cost a walk after the other. */
function confirmAt({ snapshots, unconfirmed }: PastRuns, now: number): number {
  const doubted = snapshots.find(({ status }) => status === 'unconfirmed');
  if (doubted === undefined) return Number.POSITIVE_INFINITY;
  const asOf = Date.parse(doubted.asOf);
  const more = Math.max(0, unconfirmed - 2);
  return asOf > now ? now : asOf + Math.min(confirmAfterMs * 2 ** more, longestWaitMs);
}

/**
 * When the next walk of an account is due, in the past where it was missed; null when nothing is to
 * come.
 * @param schedule null without one: only an unconfirmed list is then walked again.
 */
export function nextRun(past: PastRuns, schedule: Schedule | null, now: number): number | null {
  const base = schedule && scheduleBase(past, schedule, now);
  const scheduled = schedule?.after(base ?? now) ?? Number.POSITIVE_INFINITY;
  const due = Math.min(scheduled, confirmAt(past, now));
  return Number.isFinite(due) ? Math.max(due, retryAt(past, now)) : null;
}
