import { type NumberSelection, selectionEntries } from '#contract/selection.ts';
import type { ChangeKind } from '../fields/row-changes.ts';
import type { NumberList } from '../list/useNumberList.ts';

interface FileNameParts {
  /** Null where there is one account. */
  account: string | null;
  /** The snapshot of the rows, by `snapshotPart`; null for rows of now. */
  snapshot: string | null;
  /** The kind of rows in the file, or the picture. */
  what: string;
  /**
   * The part of a comparison, or the pasted list, if the file holds only that; the two days of
   * differences.
   */
  list?: string;
  selection: NumberSelection;
  search: string | null;
  check: string | null;
  /** Months of renting, `2024-03..2024-07`. */
  rented: string | null;
  isComplete: boolean;
  /** Whether the file holds only the selected rows. */
  isSelection?: boolean;
  count: number;
  at: Date;
  /** The end of the name. */
  format: string;
}

const safe = (text: string) =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '');

const two = (part: number) => String(part).padStart(2, '0');

const dayOf = (at: Date, separator: string) =>
  [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join(separator);
const timeOf = (at: Date) => `${two(at.getHours())}${two(at.getMinutes())}`;

/** `20261123-1204`, in the reader's time zone. */
const stamp = (at: Date) => `${dayOf(at, '')}-${timeOf(at)}`;

/** `as-of-20261126-0317`; `snapshot-13` for the rows of a snapshot whose end has not come. */
export function snapshotPart({ snapshot, scope }: Pick<NumberList, 'snapshot' | 'scope'>) {
  if (snapshot === null) return null;
  return scope.status === 'complete'
    ? `as-of-${stamp(new Date(scope.at))}`
    : `snapshot-${snapshot}`;
}

/** `rented-numbers_country-code-GB_voice-true_partial_240_20261123-1204.csv` */
export function fileName({
  account,
  snapshot,
  what,
  list,
  selection,
  search,
  check,
  rented,
  isComplete,
  isSelection = false,
  count,
  at,
  format,
}: FileNameParts): string {
  const parts = [
    what,
    ...(account === null ? [] : [account]),
    ...(snapshot === null ? [] : [snapshot]),
    ...(list === undefined ? [] : [list]),
    ...selectionEntries(selection).map(([name, value]) => safe(`${name}-${value}`)),
    ...(search === null ? [] : [`containing-${safe(search) || 'text'}`]),
    ...(check === null ? [] : [`check-${safe(check)}`]),
    ...(rented === null ? [] : [`rented-${safe(rented)}`]),
    isSelection ? 'selected' : isComplete ? 'complete' : 'partial',
    count,
    stamp(at),
  ];
  return `${parts.join('_')}.${format}`;
}

/** `2026-11-26-0317`, in the reader's time zone. */
function momentOf(iso: string): string {
  const at = new Date(iso);
  return `${dayOf(at, '-')}-${timeOf(at)}`;
}

/** Both days for the name of a file, and the kinds of changes; null where all are in it. */
export function fileDays(from: string, to: string, kinds: readonly ChangeKind[] | null): string {
  const days = `${momentOf(from)}-to-${momentOf(to)}`;
  return kinds === null ? days : `${days}_${kinds.join('-')}`;
}
