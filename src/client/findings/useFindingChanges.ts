import { useEffect, useRef } from 'react';
import { createBreather } from '../lib/yield-to-page.ts';
import { isComplete } from '../list/scope.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { isUpToDate } from './checked-rows.ts';
import { checksStore, useChecks } from './checks-store.tsx';
import { compareReadings, type SettledRows } from './finding-changes.ts';

interface Refreshed {
  at: number;
  before: SettledRows;
}

async function compare({ at, before }: Refreshed, after: SettledRows, signal: AbortSignal) {
  const breathe = createBreather();
  const steps = compareReadings(before, after);
  while (!signal.aborted) {
    const step = steps.next();
    if (step.done) return checksStore.putChanges({ at, numbers: step.value });
    await breathe();
  }
}

/** Compares the findings before and after a refresh, once the refreshed rows are checked. */
export function useFindingChanges({ set, scope, asked, refreshes, changes }: NumberList) {
  const { checked, isRunning } = useChecks();
  const settled = useRef<SettledRows>(null);
  const refreshed = useRef<Refreshed>(null);
  const comparing = useRef(new AbortController());
  const last = useRef({ list: '', refreshes, changes });
  const list = JSON.stringify(asked);
  const isWhole = isComplete(scope);

  useEffect(() => {
    const before = last.current;
    last.current = { list, refreshes, changes };
    if (before.list !== list) {
      comparing.current.abort();
      settled.current = null;
      refreshed.current = null;
      checksStore.putChanges(null);
    } else if (before.refreshes !== refreshes || (changes && changes !== before.changes)) {
      refreshed.current = settled.current && { at: Date.now(), before: settled.current };
    }
    if (isRunning || checked === null || !isUpToDate(checked, set)) return;

    const since = refreshed.current;
    const now = { checked, isWhole };
    settled.current = now;
    if (since === null) return;
    // The rows from before the refresh are kept only while further rows may come.
    if (isWhole) refreshed.current = null;
    comparing.current.abort();
    comparing.current = new AbortController();
    void compare(since, now, comparing.current.signal);
  }, [list, refreshes, changes, checked, isRunning, set, isWhole]);

  useEffect(
    () => () => {
      comparing.current.abort();
      // The next list is another one: of another account, or of a snapshot.
      checksStore.putChanges(null);
    },
    [],
  );
}
