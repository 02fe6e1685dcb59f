import { useMemo, useRef, useState } from 'react';
import { setAddress } from '../address/address-bar.ts';
import { toggled } from '../address/toggled.ts';
import { type ChangeKind, changeKinds } from '../fields/row-changes.ts';
import { formatCount } from '../lib/format.ts';
import type { Compared } from '../list/compared.ts';
import { createRowViewer } from '../list/row-view.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { useOneStop } from '../ui/useOneStop.ts';
import { signLooks } from './ChangedCell.tsx';
import * as words from './words.ts';

type Asked = Pick<NumberList, 'set' | 'here' | 'search'>;

/** Makes counts of the differences by kind. */
function createKindCounter() {
  const view = createRowViewer();
  return (
    { set, here, search }: Asked,
    rented: string | null,
    { kindOf, searchTest }: Pick<Compared, 'kindOf' | 'searchTest'>,
  ): Record<ChangeKind, number> => {
    const counts = Object.fromEntries(changeKinds.map((kind) => [kind, 0])) as Record<
      ChangeKind,
      number
    >;
    const test = search && searchTest(search);
    const question = { selection: here, search: null, rented, sort: null, test };
    for (const position of view(set, question).positions()) {
      const row = set.rows[position];
      const kind = row && kindOf(row.number_sid);
      if (kind) counts[kind] += 1;
    }
    return counts;
  };
}

/**
 * How many differences of each kind the filters and the search leave, whatever kinds are chosen; null
 * before they are here.
 */
export function useKindCounts(
  { set, here, search }: Asked,
  rented: string | null,
  shown: Compared | null,
) {
  const [count] = useState(createKindCounter);
  return useMemo(
    () =>
      shown?.source.scope.status === 'complete'
        ? count({ set, here, search }, rented, shown)
        : null,
    [count, set, here, search, rented, shown],
  );
}

interface KindChipsProps {
  /** How many differences of each kind match the filters; null before they are here. */
  counts: Readonly<Record<ChangeKind, number>> | null;
  /** How many there are without filters and search. */
  all: Readonly<Record<ChangeKind, number>> | null;
  chosen: readonly ChangeKind[] | null;
}

const nextChosen = (chosen: readonly ChangeKind[] | null, kind: ChangeKind) => {
  const next = toggled(chosen, kind);
  return next && changeKinds.filter((each) => next.includes(each));
};

/** The kinds of differences with their counts. Several can be chosen; none chosen shows all. */
export function KindChips({ counts, all, chosen }: KindChipsProps) {
  const row = useRef<HTMLDivElement>(null);
  useOneStop(row, true);
  const isWanted = (all?.passed ?? 0) > 0 || (chosen?.includes('passed') ?? false);
  // A chip that was here stays, or it would take the focus along when it is given up.
  const [wasWanted, setWasWanted] = useState(isWanted);
  if (isWanted && !wasWanted) setWasWanted(true);
  // Few comparisons have such numbers: none can where no snapshot lies in between. Filters do not
  // matter, so that no chip goes while somebody types.
  const isOffered = (kind: ChangeKind) => kind !== 'passed' || wasWanted;
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
