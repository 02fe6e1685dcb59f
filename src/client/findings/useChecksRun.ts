import { useEffect, useRef } from 'react';
import { setAddress } from '../address/address-bar.ts';
import { createBreather } from '../lib/yield-to-page.ts';
import type { RowSet } from '../list/row-set.ts';
import { isComplete } from '../list/scope.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { checkSet, isUpToDate } from './checked-rows.ts';
import { checksStore, useChecks } from './checks-store.tsx';
import { compareReadings, type SettledRows } from './finding-changes.ts';
import { isCheck } from './open-findings.ts';

/** The pause between two checks of rows that stream in. */
const walkingPauseMs = 500;

/** Does work to its end, in steps between which the page can react; nothing comes of it when aborted. */
async function runToEnd<T>(work: Generator<void, T, void>, signal: AbortSignal) {
  const breathe = createBreather();
  while (!signal.aborted) {
    const step = work.next();
    if (step.done) return step.value;
    await breathe();
  }
  return undefined;
}

async function runChecks(set: RowSet, isCompared: boolean, signal: AbortSignal) {
  const before = checksStore.get().checked;
  const checked = await runToEnd(checkSet(set, before, { now: Date.now() }, isCompared), signal);
  if (checked) checksStore.put(checked);
}

async function runWhileWalking(set: RowSet, signal: AbortSignal) {
  while (!signal.aborted) {
    await runChecks(set, false, signal);
    await new Promise((resolve) => setTimeout(resolve, walkingPauseMs));
  }
}

/**
 * How long a list that grows page by page has to rest first: comparing its numbers takes longer the
 * more there are, and each page would begin it again.
 */
const restMs = (rows: number) => 300 + rows / 20;

async function runOnce(set: RowSet, signal: AbortSignal) {
  if (!isUpToDate(checksStore.get().checked, set)) await runChecks(set, true, signal);
  if (!signal.aborted) checksStore.end();
}

/** Checks the loaded rows in the background. */
export function useChecksRun({ set, version, scope, compared }: NumberList, check: string | null) {
  // The checks judge the numbers of now.
  const isOfNow = compared === null;
  const isWalking = scope.status === 'walking';
  const isGrowing = scope.status === 'partial';
  // Streaming rows are checked at intervals; other lists once for each change.
  const awaited = isWalking ? null : version;

  useEffect(() => {
    if (!isOfNow) return;
    const leaving = new AbortController();
    checksStore.begin(isWalking || isGrowing);
    const run = awaited === null ? runWhileWalking : runOnce;
    const ms = awaited !== null && isGrowing ? restMs(awaited.length) : 0;
    const rest = setTimeout(run, ms, set, leaving.signal);
    return () => {
      clearTimeout(rest);
      leaving.abort();
    };
  }, [isOfNow, set, awaited, isWalking, isGrowing]);

  useEffect(() => {
    if (check !== null && !isCheck(check)) setAddress({ check: null });
  }, [check]);
}

interface Refreshed {
  at: number;
  before: SettledRows;
}

async function compare({ at, before }: Refreshed, after: SettledRows, signal: AbortSignal) {
  const numbers = await runToEnd(compareReadings(before, after), signal);
  if (numbers) checksStore.putChanges({ at, numbers });
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
