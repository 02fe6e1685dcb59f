import type { Snapshot } from '#contract/history.ts';
import { formatCount, formatMoment, formatPlural } from '../lib/format.ts';
import { numbers } from '../words/common.ts';

/** Texts about snapshots that more than one room says. */
export const snapshotNow = 'Snapshot now';
export const takingSnapshot = 'Taking a snapshot…';
const nothingChanged = 'nothing changed';

/** `3 added, 1 gone`: without what did not occur. */
export const changeCounts = ({
  added,
  gone,
  changed,
}: Pick<Snapshot, 'added' | 'gone' | 'changed'>) =>
  [
    added > 0 && `${formatCount(added)} added`,
    gone > 0 && `${formatCount(gone)} gone`,
    changed > 0 && `${formatCount(changed)} changed`,
  ]
    .filter(Boolean)
    .join(', ') || nothingChanged;

export function taken(snapshot: Snapshot): string {
  const { asOf, total, skipped, status } = snapshot;
  if (status === 'unconfirmed') {
    const unread = skipped > 0 ? ` and ${formatPlural(skipped, 'unreadable row')}` : '';
    return `Not kept yet: the list has only ${numbers(total)}${unread}. A second reading, ten minutes later or more, has to agree.`;
  }
  return `Snapshot of ${numbers(total)}, ${formatMoment(asOf)}: ${changeCounts(snapshot)}`;
}
