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
