import type { Acceptance } from '#checks/acceptance.ts';
import { readAcceptances, writeAcceptances } from '#checks/acceptance-file.ts';
import { revertAcceptances } from '#checks/change-acceptances.ts';
import type { CheckLevel } from '#contract/checks-report.ts';
import type { Elements } from '#jsx/jsx-runtime';
import { acceptedCheck, bitsOf, rulesIn, worstLevel } from '../fields/rule-bits.ts';
import { canKeep, keepText, readKept } from '../lib/kept-text.ts';
import { createStore, useStore } from '../lib/store.ts';
import { publishMarks } from '../list/check-marks.ts';
import type { RowSet } from '../list/row-set.ts';
import type { Ranks } from '../list/sort-rows.ts';
import * as words from '../words/checks.ts';
import type { CheckedRows } from './checked-rows.ts';
import { FindingCell, findingTexts } from './FindingCell.tsx';
import type { FindingChanges } from './finding-changes.ts';
import { LevelMark } from './LevelMark.tsx';
import { openFindings, severityRanks } from './open-findings.ts';

const key = 'accepted-findings';
const unreadableKey = 'accepted-findings-unreadable';

/**
 * Acceptances stored in this browser. Unreadable text, for instance of a newer version, is put aside
 * before it is overwritten.
 */
function loadAcceptances(): Acceptance[] {
  const text = readKept(key);
  if (text === null) return [];
  const read = readAcceptances(text);
  if (read.kind === 'read') return read.accepted;
  keepText(unreadableKey, text);
  return [];
}

/** Whether the browser stores acceptances. */
const saveAcceptances = (acceptances: readonly Acceptance[]): boolean =>
  keepText(key, writeAcceptances(acceptances));

/** Takes over acceptances that another tab of this browser stored. */
function followOtherTabs({ key: changed }: StorageEvent) {
  if (changed === key || changed === null) become({ acceptances: loadAcceptances() });
}

export interface ChecksState {
  checked: CheckedRows | null;
  /** The rules with an open finding in each row, by position. */
  open: Uint32Array;
  isRunning: boolean;
  /** Whether rows still come, so that they are not compared with each other yet. */
  isGrowing: boolean;
  acceptances: readonly Acceptance[];
  /** What the last refresh changed; null without a refresh. */
  changes: FindingChanges | null;
  /** Whether the browser stores acceptances. */
  isKept: boolean;
}

const store = createStore<ChecksState>(() => {
  addEventListener('storage', followOtherTabs);
  return {
    checked: null,
    open: new Uint32Array(),
    isRunning: false,
    isGrowing: false,
    acceptances: loadAcceptances(),
    changes: null,
    isKept: canKeep(),
  };
});
let version = 0;

// One element for each level: a row of the table then knows that nothing about it changed.
const signs = Object.fromEntries(
  Object.entries(words.levels).map(([level, word]) => [
    level,
    <LevelMark key={level} level={level as CheckLevel} label={words.foundByCheck(word)} />,
  ]),
) as Record<CheckLevel, Elements>;

const cells = new Map<number, Elements>();

/** One element for equal findings, for the same reason. */
function cellOf(found: number): Elements {
  const known = cells.get(found);
  if (known !== undefined || found === 0) return known;
  const cell = <FindingCell found={found} />;
  cells.set(found, cell);
  return cell;
}

function publish({ checked, open }: ChecksState) {
  if (checked === null) return;
  const { set, count, found } = checked;
  version += 1;
  const own = version;
  let ranks: Ranks | null = null;
  const bitsAt = (number_sid: string) => open[set.positionOf(number_sid) ?? -1];
  publishMarks({
    set,
    count,
    test: (check) => ({
      key: `${check} ${own}`,
      passes: (position) =>
        check === acceptedCheck
          ? found[position] !== open[position]
          : ((open[position] ?? 0) & bitsOf(check)) !== 0,
    }),
    markOf(number_sid) {
      const level = worstLevel(bitsAt(number_sid) ?? 0);
      return level && signs[level];
    },
    cellOf: (number_sid) => cellOf(bitsAt(number_sid) ?? 0),
    textOf(number_sid) {
      const found = bitsAt(number_sid);
      if (found === undefined) return words.notChecked;
      return findingTexts(found).join('; ') || null;
    },
    rulesOf: (number_sid) => rulesIn(bitsAt(number_sid) ?? 0).map(({ id }) => id),
    severity() {
      ranks ??= severityRanks(open);
      return ranks;
    },
    isAnyFound: open.some((found) => found !== 0),
  });
}

function become(change: Partial<Omit<ChecksState, 'open'>>) {
  const next = { ...store.get(), ...change };
  if (change.checked === undefined && change.acceptances === undefined) return store.set(next);
  const { checked, acceptances } = next;
  const open = checked ? openFindings(checked, acceptances) : new Uint32Array();
  publish({ ...next, open });
  store.set({ ...next, open });
}

/** @returns whether the browser stores the acceptances, and what takes this change of them back. */
function accept(after: readonly Acceptance[]): { isKept: boolean; undo: () => void } {
  const before = store.get().acceptances;
  const isKept = saveAcceptances(after);
  become({ acceptances: after, isKept });
  return {
    isKept,
    undo: () => void accept(revertAcceptances(store.get().acceptances, { before, after })),
  };
}

/** Findings and acceptances: one state for rail, details and export. */
export const checksStore = {
  get: store.get,
  begin(isGrowing: boolean) {
    const state = store.get();
    if (!state.isRunning || state.isGrowing !== isGrowing) become({ isRunning: true, isGrowing });
  },
  end: () => become({ isRunning: false }),
  putChanges: (changes: FindingChanges | null) => become({ changes }),
  put: (checked: CheckedRows) => become({ checked }),
  accept,
};

/**
 * Waits until the rows that a set has now are checked, and, if no more come, compared with each
 * other; or until the page has checked another set.
 */
export function whenChecked(set: RowSet): Promise<void> {
  const count = set.rows.length;
  const isDone = ({ checked, isRunning, isGrowing }: ChecksState) =>
    !isRunning || (isGrowing && checked?.set === set && checked.count >= count);
  if (isDone(store.get())) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = store.subscribe(() => {
      if (!isDone(store.get())) return;
      stop();
      resolve();
    });
  });
}

export const useChecks = () => useStore(store);
