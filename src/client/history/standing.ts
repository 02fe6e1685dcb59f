import type { NumberHistory, Snapshot } from '#contract/history.ts';
import type { ChangeKind } from '../fields/row-changes.ts';
import * as words from './words.ts';

type Place = Pick<Snapshot, 'seq' | 'asOf'>;

interface Asked {
  kind: Exclude<ChangeKind, 'changed'>;
  /** The two days that are compared, in either order. */
  from: Place;
  to: Place;
  /** All kept lists, newest first. */
  kept: readonly Place[];
  /** The number's own changes, newest first; undefined until they are here. */
  changes: NumberHistory['changes'] | undefined;
}

/**
 * Since when a number is there, or until when it was. Its own changes tell the snapshots in between
 * apart; without them, and on the way back, the two days alone are said.
 */
export function standing({ kind, from, to, kept, changes }: Asked): string {
  const isForward = from.seq < to.seq;
  const turn = changes?.find(
    ({ seq, before, after }) =>
      (kind === 'added' ? before : after) === null && seq > from.seq && seq <= to.seq,
  );
  const earlier = turn && kept.find(({ seq }) => seq < turn.seq);
  return isForward && earlier ? words.turned[kind](earlier, turn) : words.differs[kind](from, to);
}
