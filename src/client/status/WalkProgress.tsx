import { useEffect, useState } from 'react';
import { formatCount } from '../lib/format.ts';
import type { Pace } from '../list/scope.ts';
import { loadingWords, progressWords } from '../list/scope-words.ts';
import type { NumberList } from '../list/useNumberList.ts';
import * as words from '../words/list.ts';

/** Explains a request that has had no answer for some time. */
const SlowWords = () => <span className="text-warn">{words.slow}</span>;

/** What is under way; the pace is null where one page is awaited. */
function walkOf(
  { scope, refreshing }: NumberList,
  isSearching: boolean,
): { label: string; pace: Pace | null } | null {
  if (scope.status === 'walking') {
    return { label: isSearching ? words.searchingAll : loadingWords(scope), pace: scope.pace };
  }
  if (refreshing?.status !== 'running') return null;
  return { label: words.readingAgain, pace: refreshing.pace };
}

/** Progress of a walk: its rate or its standstill, and a bar where an earlier walk gives the expected total. */
export function WalkProgress({ list, isSearching }: { list: NumberList; isSearching: boolean }) {
  const walk = walkOf(list, isSearching);
  if (walk === null) return null;
  const { label, pace } = walk;
  if (pace === null) return <span className="text-muted">{label}</span>;
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

const slowMs = 3000;

/** Says that a page has been awaited for some time. */
export function SlowRequest({ isAwaited }: { isAwaited: boolean }) {
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    setIsSlow(false);
    if (!isAwaited) return;
    const timer = setTimeout(setIsSlow, slowMs, true);
    return () => clearTimeout(timer);
  }, [isAwaited]);
  return isAwaited && isSlow && <SlowWords />;
}
