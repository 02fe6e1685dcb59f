import { useQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { setAddress } from '../address/address-bar.ts';
import { backToNow, backToNowId, openSnapshot } from '../address/snapshots.ts';
import { viewChange } from '../address/view-href.ts';
import type { ApiError } from '../lib/api-error.ts';
import { formatDay, formatMoment } from '../lib/format.ts';
import { historyQuery, keptOf, useHistory } from '../list/history-query.ts';
import { momentWords } from '../list/kept-words.ts';
import type { Scope } from '../list/scope.ts';
import { useSession } from '../list/session-query.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { Button } from '../ui/Button.tsx';
import * as words from '../words/kept.ts';

function titleOf(scope: Scope): string {
  if (scope.status === 'complete') return words.title(momentWords(scope.at));
  return scope.status === 'stopped' ? words.notOpened : words.opening;
}

/** Says all the time that the list is not that of now, and leads back. */
export function SnapshotBar({ list: { scope } }: { list: NumberList }) {
  return (
    <section
      aria-label={words.snapshot}
      className="flex min-h-11 shrink-0 items-center gap-3 border-b border-line bg-warn-soft px-3 py-1.5"
    >
      <History aria-hidden size={16} className="shrink-0 text-warn" />
      <p className="min-w-0 flex-1">
        <strong className="font-semibold text-warn">{`${titleOf(scope)} `}</strong>
        {scope.status === 'complete' && <span className="phone:sr-only">{words.notNow}</span>}
      </p>
      <Button id={backToNowId} onClick={backToNow}>
        {words.backToNow}
      </Button>
    </section>
  );
}

interface LastWholeListProps {
  error: ApiError;
  list: Pick<NumberList, 'account' | 'snapshot'>;
}

/** Offers the newest snapshot where Apifonica, or the snapshot that was asked for, gives no list. */
export function LastWholeList({
  error: { code },
  list: { account, snapshot },
}: LastWholeListProps) {
  const { data: session } = useSession();
  // A damaged file mostly breaks the lists beside it too, so none is offered for a broken one.
  const helps = code === 'snapshot_gone' || (snapshot === null && code.startsWith('upstream_'));
  const { data } = useQuery({
    ...historyQuery(account),
    enabled: helps && session?.has_history === true,
  });
  const last = keptOf(data).find(({ seq }) => seq !== snapshot);
  if (!helps || last === undefined) return null;
  return (
    <Button onClick={() => openSnapshot(last.seq)}>
      {words.lastWholeList(formatMoment(last.asOf))}
    </Button>
  );
}

/** Offers to look for a text among all numbers that are gone, where snapshots can tell. */
export function AmongGone({ text }: { text: string }) {
  const kept = keptOf(useHistory().data);
  const newest = kept[0];
  const oldest = kept.at(-1);
  if (newest === undefined || oldest === undefined || newest === oldest) return null;
  const gone = { from: oldest.seq, to: newest.seq, change: ['gone' as const, 'passed' as const] };
  return (
    <Button
      onClick={() =>
        setAddress(
          { ...viewChange('history'), ...gone, number: null, q: text },
          { history: 'push' },
        )
      }
    >
      {words.lookAmongGone(formatDay(oldest.asOf))}
    </Button>
  );
}
