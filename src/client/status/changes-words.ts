import { formatClock, formatCount } from '../lib/format.ts';
import type { Changes } from '../list/collectors.ts';
import * as words from '../words/list.ts';

const kinds = ['added', 'gone', 'changed'] as const;

const sizes = ({ added, changed, gone }: Changes) => ({
  added: added.size,
  changed: changed.size,
  gone: gone.length,
});

/** `3 new, 1 gone, 2 changed since 12:04.` */
export function changesTitle(changes: Changes): string {
  const counts = sizes(changes);
  const parts = kinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => words.changes[kind](formatCount(counts[kind])));
  const what = parts.length === 0 ? words.nothingChanged : parts.join(', ');
  return words.since(what, formatClock(changes.since));
}

/** @param skipped rows that came broken: one of them may be a number that is missed. */
export function changesDetail(changes: Changes, skipped: number): string {
  const { added, changed, gone } = sizes(changes);
  if (added + changed + gone === 0) return words.everyNumberAsItWas;
  if (gone > 0 && skipped > 0) {
    return words.goneAmongBroken(skipped);
  }
  return added + changed > 0 ? words.markedUntilDismissed : words.notInListAnyMore;
}
