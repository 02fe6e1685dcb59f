const fewest = 20;
const leastShare = 0.2;

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
