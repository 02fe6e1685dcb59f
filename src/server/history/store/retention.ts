import type { Entry } from '../files/commit.ts';
import { wholeLists } from './sources.ts';

export interface Retention {
  /** Days for which a list is kept; null for ever. */
  keepDays: number | null;
  /** Bytes that the files of one account may have; null for no limit. */
  maxBytes: number | null;
}

const dayMs = 24 * 60 * 60 * 1000;
/** A commit is smaller, but no disk keeps a file in less. */
const commitBytes = 4096;

const bytesOf = (kept: readonly Entry[]) =>
  kept.reduce((sum, { changes }) => sum + commitBytes + (changes?.bytes ?? 0), 0) +
  wholeLists(kept).reduce((sum, { head }) => sum + (head?.bytes ?? 0), 0);

/**
 * The lists that are not kept any longer, the oldest first. The newest always stays.
 *
 * An age counts against the earlier one of the newest two moments and not against the clock, so
 * that a clock that is wrong once removes nothing.
 * @param kept newest first.
 */
export function expired(kept: readonly Entry[], { keepDays, maxBytes }: Retention): Entry[] {
  const [newest, second] = kept;
  if (newest === undefined || second === undefined) return [];
  const now = Math.min(Date.parse(newest.asOf), Date.parse(second.asOf));
  const oldest = keepDays === null ? -Infinity : now - keepDays * dayMs;
  const staying = [...kept];
  const leaving: Entry[] = [];
  for (const entry of [...kept.slice(1)].reverse()) {
    const isOld = Date.parse(entry.asOf) < oldest;
    if (!isOld && (maxBytes === null || bytesOf(staying) <= maxBytes)) break;
    leaving.push(entry);
    staying.pop();
  }
  return leaving;
}
