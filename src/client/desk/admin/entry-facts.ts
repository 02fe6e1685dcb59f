import type { AdminHealth } from '#contract/admin.ts';
import { ApiError } from '../../lib/api-error.ts';
import { failureWords } from '../../list/failure-words.ts';
import * as words from './words.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** How long something lasts: whole minutes below an hour, whole hours from a day on. */
export function durationWords(ms: number): string {
  if (ms < minuteMs) return words.underAMinute;
  if (ms < hourMs) return words.minutes(Math.floor(ms / minuteMs));
  const hours = words.hours(Math.floor(ms / hourMs));
  const minutes = Math.floor((ms % hourMs) / minuteMs);
  if (ms >= 24 * hourMs || minutes === 0) return hours;
  return words.hoursAndMinutes(hours, words.minutes(minutes));
}

/** How long ago something was. */
export const agoWords = (ms: number): string =>
  ms < minuteMs ? words.justNow : words.ago(durationWords(ms));

type AccountHealth = AdminHealth['accounts'][number];

/** How an account answers, and how much of its share of requests is in use. */
export function accountFacts({
  state,
  problem,
  requests,
  limit,
  paused_ms,
}: AccountHealth): string[] {
  const facts = [words.states[state]];
  if (problem !== null) facts.push(failureWords(new ApiError(problem)).title);
  if (paused_ms > 0) facts.push(words.paused(words.seconds(Math.ceil(paused_ms / 1000))));
  // Before the first request nothing is known of the limit.
  if (state !== 'unused') facts.push(words.requests(requests, limit));
  return facts;
}
