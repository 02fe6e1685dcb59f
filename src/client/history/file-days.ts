import type { ChangeKind } from '../fields/row-changes.ts';

const two = (part: number) => String(part).padStart(2, '0');

/** `2026-11-26-0317`, in the reader's time zone. */
function dayOf(iso: string): string {
  const at = new Date(iso);
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${day}-${two(at.getHours())}${two(at.getMinutes())}`;
}

/** Both days for the name of a file, and the kinds of changes; null where all are in it. */
export function fileDays(from: string, to: string, kinds: readonly ChangeKind[] | null): string {
  const days = `${dayOf(from)}-to-${dayOf(to)}`;
  return kinds === null ? days : `${days}_${kinds.join('-')}`;
}
