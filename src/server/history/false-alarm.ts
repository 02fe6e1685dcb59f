const fewest = 20;
const leastShare = 0.2;

/**
 * Milliseconds after which a suspicious list is walked again. A walk before is no second opinion: it
 * may be in the same outage.
 */
export const confirmAfterMs = 10 * 60_000;

interface Loss {
  /** The numbers of the list before; null when there is none. */
  before: number | null;
  after: number;
  /** The numbers of the list before that are not in the list after it. */
  gone: number;
}

/**
 * Whether a list may be an error of the API rather than the truth: it is empty, or a fifth of the
 * numbers, and at least twenty, are gone.
 */
export const isSuspicious = ({ before, after, gone }: Loss): boolean =>
  after === 0 ? before !== 0 : before !== null && gone >= fewest && gone >= before * leastShare;

/** Whether a list of the moment `asOf` comes too soon to confirm one of the moment `doubted`. */
export function isTooSoon(doubted: string, asOf: string): boolean {
  const ageMs = Date.parse(asOf) - Date.parse(doubted);
  // A list of a clock that was ahead would wait for long.
  return ageMs >= 0 && ageMs < confirmAfterMs;
}
