import { History } from 'lucide-react';
import { backToNow, backToNowId } from '../address/snapshots.ts';
import { momentWords } from '../list/kept-words.ts';
import type { Scope } from '../list/scope.ts';
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
