import { useQuery } from '@tanstack/react-query';
import { openSnapshot } from '../address/snapshots.ts';
import type { ApiError } from '../lib/api-error.ts';
import { formatMoment } from '../lib/format.ts';
import { historyQuery } from '../list/history-query.ts';
import { useSession } from '../list/session-query.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { Button } from '../ui/Button.tsx';
import * as words from '../words/kept.ts';

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
  const last = data?.snapshots.find(({ status, seq }) => status === 'kept' && seq !== snapshot);
  if (!helps || last === undefined) return null;
  return (
    <Button onClick={() => openSnapshot(last.seq)}>
      {words.lastWholeList(formatMoment(last.asOf))}
    </Button>
  );
}
