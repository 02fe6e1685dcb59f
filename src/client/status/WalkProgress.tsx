import { formatCount } from '../lib/format.ts';
import type { Pace } from '../list/scope.ts';
import { progressWords } from '../list/scope-words.ts';
import type { NumberList } from '../list/useNumberList.ts';
import * as words from '../words/list.ts';
import { SlowWords } from './SlowWords.tsx';

function walkOf({ scope, refreshing }: NumberList): { label: string; pace: Pace } | null {
  if (scope.status === 'walking') return { label: words.loadingAll, pace: scope.pace };
  if (refreshing?.status === 'running' && refreshing.pace !== null) {
    return { label: words.readingAgain, pace: refreshing.pace };
  }
  return null;
}

/** Progress of a walk: its rate or its standstill, and a bar where an earlier walk gives the expected total. */
export function WalkProgress({ list }: { list: NumberList }) {
  const walk = walkOf(list);
  if (walk === null) return null;
  const { label, pace } = walk;
  const { loaded, perSecond, estimate } = pace;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
      {list.scope.status === 'complete' && <span>{progressWords(label, loaded, pace)}</span>}
      {estimate !== null && estimate.total > 0 && (
        <progress
          aria-label={words.about(label)}
          max={estimate.total}
          value={Math.min(loaded, estimate.total)}
          className="walk-progress"
        />
      )}
      {perSecond === 0 && <SlowWords />}
      {perSecond !== null && perSecond > 0 && (
        <span className="whitespace-nowrap">
          {words.aSecond(formatCount(Math.ceil(perSecond)))}
        </span>
      )}
    </span>
  );
}
