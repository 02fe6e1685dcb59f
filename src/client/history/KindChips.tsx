import { useRef } from 'react';
import { setAddress } from '../address/address-bar.ts';
import { toggled } from '../address/toggled.ts';
import { type ChangeKind, changeKinds } from '../fields/row-changes.ts';
import { formatCount } from '../lib/format.ts';
import { useOneStop } from '../ui/useOneStop.ts';
import * as words from './words.ts';

interface KindChipsProps {
  /** How many differences of each kind match the filters; null before they are here. */
  counts: Readonly<Record<ChangeKind, number>> | null;
  /** How many there are without filters and search. */
  all: Readonly<Record<ChangeKind, number>> | null;
  chosen: readonly ChangeKind[] | null;
}

const signLooks: Record<ChangeKind, string> = {
  added: 'text-accent',
  gone: 'text-bad',
  changed: 'text-muted',
  passed: 'text-bad',
};

const nextChosen = (chosen: readonly ChangeKind[] | null, kind: ChangeKind) => {
  const next = toggled(chosen, kind);
  return next && changeKinds.filter((each) => next.includes(each));
};

/** The kinds of differences with their counts. Several can be chosen; none chosen shows all. */
export function KindChips({ counts, all, chosen }: KindChipsProps) {
  const row = useRef<HTMLDivElement>(null);
  useOneStop(row, true);
  // Few comparisons have such numbers: none can where no snapshot lies in between. Filters do not
  // matter, so that no chip goes while somebody types.
  const isOffered = (kind: ChangeKind) =>
    kind !== 'passed' || (all?.passed ?? 0) > 0 || chosen?.includes(kind);
  return (
    <div ref={row} role="toolbar" aria-label={words.kindsShown} className="flex flex-wrap gap-1.5">
      {changeKinds.filter(isOffered).map((kind) => (
        <button
          key={kind}
          type="button"
          aria-pressed={chosen?.includes(kind) ?? false}
          onClick={() => setAddress({ change: nextChosen(chosen, kind) }, { history: 'push' })}
          className="inline-flex h-7 items-center gap-1.5 rounded-md border border-line px-2.5 @max-4xl:px-2 hover:bg-hover aria-pressed:border-accent aria-pressed:bg-selected phone:rounded-full forced-colors:aria-pressed:underline"
        >
          <span aria-hidden className={`font-bold ${signLooks[kind]}`}>
            {words.signs[kind]}
          </span>
          <span>{words.kinds[kind]}</span>
          <span translate="no" className="min-w-4 text-right text-muted">
            {counts === null ? '' : formatCount(counts[kind])}
          </span>
        </button>
      ))}
    </div>
  );
}
