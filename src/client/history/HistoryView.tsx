import { useMemo, useState } from 'react';
import type { Snapshot } from '#contract/history.ts';
import type { Elements } from '#jsx/jsx-runtime';
import type { Address } from '../address/address.ts';
import { setAddress } from '../address/address-bar.ts';
import { type ChangeKind, changeKinds } from '../fields/row-changes.ts';
import type { Compared } from '../list/compared.ts';
import { createRowViewer } from '../list/row-view.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { DayFields } from './DayFields.tsx';
import { EmptyHistory } from './EmptyHistory.tsx';
import { HistoryNotes, hasNotes } from './HistoryNotes.tsx';
import { KindChips } from './KindChips.tsx';
import { SnapshotNow } from './SnapshotNow.tsx';
import { Timeline } from './Timeline.tsx';
import { type Comparison, useComparison } from './useComparison.ts';
import * as words from './words.ts';

type Asked = Pick<NumberList, 'set' | 'here' | 'search'>;

/** Makes counts of the differences by kind: those that the filters and the search leave, whatever kinds are chosen. */
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

export interface HistoryViewProps {
  address: Address;
  list: NumberList;
  /** The table of the differences. */
  children: Elements;
}

const choose = (days: { from: number | null; to: number | null }) =>
  setAddress({ ...days, open: null }, { history: 'push' });

function HistoryHead({ history, days }: Pick<Comparison, 'history' | 'days'>) {
  const kept = useMemo(
    () => history?.snapshots.filter(({ status }) => status === 'kept') ?? [],
    [history],
  );
  const oldestFirst = useMemo(() => kept.toReversed(), [kept]);
  const pair = days?.kind === 'pair' ? days : null;
  const indexOf = ({ seq }: Snapshot) => oldestFirst.findIndex((day) => day.seq === seq);
  if (kept.length < 2) return null;
  return (
    <Timeline
      days={oldestFirst}
      chosen={pair && { from: indexOf(pair.from), to: indexOf(pair.to) }}
      onChoose={(run) => choose({ from: run?.from.seq ?? null, to: run?.to.seq ?? null })}
    />
  );
}

/** How the list changed between two kept days: a timeline, the days, and the differences as rows. */
export function HistoryView({ address, list, children }: HistoryViewProps) {
  const comparison = useComparison(address);
  const { history, days, compared } = comparison;
  const [countKinds] = useState(createKindCounter);
  const isShown = list.compared === compared;
  const { set, here, search } = list;
  const counts = useMemo(
    () =>
      isShown && compared.source.scope.status === 'complete'
        ? countKinds({ set, here, search }, address.rented, compared)
        : null,
    [isShown, countKinds, set, here, search, address.rented, compared],
  );
  const kept = history?.snapshots.filter(({ status }) => status === 'kept') ?? [];
  const hasHead = kept.length > 1 || (history !== undefined && hasNotes({ history, days }));
  const hasRows = isShown && list.shown.length > 0;
  const isAwaited = compared.source.scope.status === 'loading';

  return (
    <section
      aria-label={words.history}
      aria-busy={isAwaited}
      className="flex min-h-0 min-w-0 flex-1 flex-col"
    >
      <div
        className={`@container grid shrink-0 grid-cols-[minmax(0,1fr)] gap-2 border-line pr-[calc(0.75rem+var(--covered,0px))] pl-3 ${hasHead ? 'border-b py-2' : ''}`}
      >
        {history && <HistoryNotes history={history} days={days} />}
        <HistoryHead history={history} days={days} />
        {history && kept.length > 1 && (
          <div className="flex flex-wrap items-center gap-x-2 gap-y-2 @4xl:gap-x-4">
            <DayFields kept={kept} {...seqsOf(days)} onChoose={choose} />
            <KindChips counts={counts} all={comparison.counts} chosen={address.change} />
            {/* A phone has it under More. */}
            <span className="ml-auto phone:hidden">
              <SnapshotNow isTaking={history.isTaking} isBeside />
            </span>
          </div>
        )}
      </div>
      <div className="relative flex min-h-0 flex-1 flex-col">
        {(hasRows || isAwaited) && children}
        {!hasRows && <EmptyHistory address={address} list={list} comparison={comparison} />}
      </div>
    </section>
  );
}

/** The chosen days for the fields; null for one that is not kept. */
function seqsOf(days: Comparison['days']): { from: number | null; to: number | null } {
  switch (days?.kind) {
    case 'pair':
      return { from: days.from.seq, to: days.to.seq };
    case 'same':
      return { from: days.day.seq, to: days.day.seq };
    case 'oldest':
      return { from: null, to: days.oldest.seq };
    default:
      return { from: null, to: null };
  }
}
