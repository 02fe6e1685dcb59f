import type { ChangeRow } from './parquet-write.ts';
import { bySid, isSameNumber, type StoredNumber } from './stored-number.ts';

/** How one number changed: `before` is null for an added one, `after` for one that is gone. */
export interface Change {
  before: StoredNumber | null;
  after: StoredNumber | null;
}

/** A change as the rows of a file. */
export function toRows({ before, after }: Change): ChangeRow[] {
  if (before === null) return after === null ? [] : [{ changeType: 'insert', row: after }];
  if (after === null) return [{ changeType: 'delete', row: before }];
  return [
    { changeType: 'update_preimage', row: before },
    { changeType: 'update_postimage', row: after },
  ];
}

/** The changes of a file's rows, by `number_sid`; a number comes once in a file. */
export function toChanges(rows: readonly ChangeRow[]): Map<string, Change> {
  const changes = new Map<string, Change>();
  for (const { changeType, row } of rows) {
    const change = changes.get(row.number_sid) ?? { before: null, after: null };
    if (changeType === 'insert' || changeType === 'update_postimage') change.after = row;
    else change.before = row;
    changes.set(row.number_sid, change);
  }
  return changes;
}

const isNone = ({ before, after }: Change) =>
  before === null ? after === null : after !== null && isSameNumber(before, after);

type Steps = Iterable<ReadonlyMap<string, Change>>;

/**
 * Several steps as one, and the numbers that came and went within them, as they last were.
 * @param steps the changes of each step, the earliest first.
 */
export function joinedSteps(steps: Steps): { net: Map<string, Change>; passed: StoredNumber[] } {
  const net = new Map<string, Change>();
  const lastRows = new Map<string, StoredNumber>();
  for (const step of steps) {
    for (const [sid, { before, after }] of step) {
      net.set(sid, { before: net.has(sid) ? (net.get(sid)?.before ?? null) : before, after });
      if (after === null && before !== null) lastRows.set(sid, before);
    }
  }
  const passed: StoredNumber[] = [];
  for (const [sid, change] of net) {
    if (!isNone(change)) continue;
    net.delete(sid);
    const last = change.after === null && lastRows.get(sid);
    if (last) passed.push(last);
  }
  return { net, passed: passed.sort(bySid) };
}

/**
 * Several steps as one.
 * @param steps the changes of each step, the earliest first.
 */
export const netChanges = (steps: Steps): Map<string, Change> => joinedSteps(steps).net;

/** The same changes, the way back. */
export const reversed = ({ before, after }: Change): Change => ({ before: after, after: before });
