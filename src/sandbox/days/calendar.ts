const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** The start in UTC of the day that lies some days before a moment; both in epoch milliseconds. */
export const midnightBefore = (moment: number, days: number): number =>
  (Math.floor(moment / DAY) - days) * DAY;

/** When the list of a day is looked at: 04:00 UTC, in ISO 8601. */
export const lookedAt = (midnight: number): string => new Date(midnight + 4 * HOUR).toISOString();
