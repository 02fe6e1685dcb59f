import { CircleAlert, Info } from 'lucide-react';
import { useMemo } from 'react';
import type { History, Snapshot } from '#contract/history.ts';
import type { Elements } from '#jsx/jsx-runtime';
import type { Address } from '../address/address.ts';
import { setAddress } from '../address/address-bar.ts';
import { ApiError } from '../lib/api-error.ts';
import { failureWords } from '../list/failure-words.ts';
import { keptOf } from '../list/history-query.ts';
import type { NumberList } from '../list/useNumberList.ts';
import type { ChosenDays } from './chosen-days.ts';
import { DayFields } from './DayFields.tsx';
import { EmptyHistory } from './EmptyHistory.tsx';
import { KindChips, useKindCounts } from './KindChips.tsx';
import { SnapshotNow } from './SnapshotNow.tsx';
import { Timeline } from './Timeline.tsx';
import { type Comparison, useComparison } from './useComparison.ts';
import * as words from './words.ts';

interface NoteProps {
  text: string;
  isFailure?: boolean;
}

function Note({ text, isFailure = false }: NoteProps) {
  const Icon = isFailure ? CircleAlert : Info;
  return (
    <p className="flex items-start gap-2 text-xs">
      <Icon
        aria-hidden
        size={14}
        className={`mt-0.5 shrink-0 ${isFailure ? 'text-bad' : 'text-muted'}`}
      />
      <span>{text}</span>
    </p>
  );
}

interface HistoryNotesProps {
  history: History;
  /** The days that are compared. */
  days: ChosenDays | null;
}

/** The compared lists that came with invalid rows, which are missing from them. */
const withSkipped = (days: ChosenDays | null): Snapshot[] =>
  days?.kind === 'pair' ? [days.from, days.to].filter(({ skipped }) => skipped > 0) : [];

const hasNotes = ({ history: { snapshots, failed }, days }: HistoryNotesProps): boolean =>
  failed !== null || snapshots[0]?.status === 'unconfirmed' || withSkipped(days).length > 0;

/** What is not as usual: a list that is not kept yet, a try that failed, lists with missing rows. */
function HistoryNotes({ history, days }: HistoryNotesProps) {
  const { snapshots, next, failed } = history;
  const doubted = snapshots.find(({ status }) => status === 'unconfirmed');
  const problem = failed && new ApiError(failed.problem.code, failed.problem.detail);
  return (
    <div role="status" className="grid gap-1 empty:hidden">
      {doubted && <Note text={words.unconfirmed(doubted, next)} isFailure />}
      {failed && problem && (
        <Note text={words.failed(failed.at, failureWords(problem, true))} isFailure />
      )}
      {withSkipped(days).map((day) => (
        <Note key={day.seq} text={words.unreadable(day)} />
      ))}
    </div>
  );
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
  const oldestFirst = useMemo(() => keptOf(history).toReversed(), [history]);
  const pair = days?.kind === 'pair' ? days : null;
  const indexOf = ({ seq }: Snapshot) => oldestFirst.findIndex((day) => day.seq === seq);
  if (oldestFirst.length < 2) return null;
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
  const isShown = list.compared === compared;
  const counts = useKindCounts(list, address.rented, isShown ? compared : null);
  const kept = keptOf(history);
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
            <KindChips
              key={JSON.stringify(seqsOf(days))}
              counts={counts}
              all={comparison.counts}
              chosen={address.change}
            />
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
