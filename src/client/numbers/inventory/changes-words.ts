import { formatClock, formatCount, formatPlural } from '../../lib/format.ts';
import type { Changes } from './collectors.ts';

const kinds = [
  ['added', 'new'],
  ['gone', 'gone'],
  ['changed', 'changed'],
] as const;

const sizes = ({ added, changed, gone }: Changes) => ({
  added: added.size,
  changed: changed.size,
  gone: gone.length,
});

/** `3 new, 1 gone, 2 changed since 12:04.` */
export function changesTitle(changes: Changes): string {
  const counts = sizes(changes);
  const parts = kinds.flatMap(([kind, word]) =>
    counts[kind] > 0 ? [`${formatCount(counts[kind])} ${word}`] : [],
  );
  const what = parts.length === 0 ? 'Nothing has changed' : parts.join(', ');
  return `${what} since ${formatClock(changes.since)}.`;
}

/** @param skipped rows that came broken: one of them may be a number that is missed. */
export function changesDetail(changes: Changes, skipped: number): string {
  const { added, changed, gone } = sizes(changes);
  if (added + changed + gone === 0) return 'Every number is as it was.';
  if (gone > 0 && skipped > 0) {
    return `${formatPlural(skipped, 'row')} came broken: numbers gone may be among them.`;
  }
  return added + changed > 0
    ? 'New and changed rows are marked until you dismiss this.'
    : 'They are not in the list any more.';
}
