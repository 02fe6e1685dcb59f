import { setAddress } from '../address/address-bar.ts';
import { viewChange } from '../address/view-href.ts';
import { formatDay } from '../lib/format.ts';
import { useHistory } from '../list/history-query.ts';
import { Button } from '../ui/Button.tsx';
import * as words from '../words/kept.ts';

/** Offers to look for a text among all numbers that are gone, where snapshots can tell. */
export function AmongGone({ text }: { text: string }) {
  const kept = useHistory().data?.snapshots.filter(({ status }) => status === 'kept') ?? [];
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
