import { useEffect } from 'react';
import { createBreather } from '../../lib/yield-to-page.ts';
import { setAddress } from '../address-bar.ts';
import type { NumberList } from '../list/useNumberList.ts';
import type { RowSet } from '../rows/row-set.ts';
import { checkSet, isUpToDate } from './checked-rows.ts';
import { checksStore } from './checks-store.tsx';
import { isCheck } from './open-findings.ts';

/** Between two looks at rows that stream in. */
const walkingPauseMs = 500;

async function runChecks(set: RowSet, isCompared: boolean, signal: AbortSignal) {
  const breathe = createBreather();
  const steps = checkSet(set, checksStore.get().checked, { now: Date.now() }, isCompared);
  while (!signal.aborted) {
    const step = steps.next();
    if (step.done) return checksStore.put(step.value);
    await breathe();
  }
}

async function runWhileWalking(set: RowSet, signal: AbortSignal) {
  while (!signal.aborted) {
    await runChecks(set, false, signal);
    await new Promise((resolve) => setTimeout(resolve, walkingPauseMs));
  }
}

async function runOnce(set: RowSet, signal: AbortSignal) {
  if (!isUpToDate(checksStore.get().checked, set)) await runChecks(set, true, signal);
  if (!signal.aborted) checksStore.beRunning(false);
}

/** Checks the loaded rows beside whatever else goes on. */
export function useChecksRun({ set, scope }: NumberList, check: string | null) {
  const isWalking = scope.status === 'walking';
  // What streams in is looked at again and again; anything else once for each change of it.
  const change = isWalking ? 'walking' : `${set.rows.length} ${set.edits}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a set changes in place, which `change` says.
  useEffect(() => {
    const leaving = new AbortController();
    checksStore.beRunning(true);
    void (isWalking ? runWhileWalking : runOnce)(set, leaving.signal);
    return () => leaving.abort();
  }, [set, change]);

  useEffect(() => {
    if (check !== null && !isCheck(check)) setAddress({ check: null });
  }, [check]);
}
