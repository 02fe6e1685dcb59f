import type { Acceptance } from '#checks/acceptance.ts';
import { readAcceptances, writeAcceptances } from '#checks/acceptance-file.ts';
import type { CheckLevel } from '#contract/checks-report.ts';
import type { Elements } from '#jsx/jsx-runtime';
import { acceptedCheck, bitsOf, worstLevel } from '../fields/rule-bits.ts';
import { canKeep, keepText, readKept } from '../lib/kept-text.ts';
import { createStore, useStore } from '../lib/store.ts';
import { publishMarks } from '../list/check-marks.ts';
import * as words from '../words/checks.ts';
import type { CheckedRows } from './checked-rows.ts';
import { LevelMark } from './LevelMark.tsx';
import { openFindings } from './open-findings.ts';

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

/** Reports acceptances that another tab of this browser stored. */
const onAcceptancesElsewhere = (listener: () => void) =>
  addEventListener('storage', (event) => {
    if (event.key === key || event.key === null) listener();
  });

export interface ChecksState {
  checked: CheckedRows | null;
  /** By position, the rules with a finding that nobody accepted. */
  open: Uint32Array;
  isRunning: boolean;
  acceptances: readonly Acceptance[];
  /** Whether the browser stores acceptances. */
  isKept: boolean;
}

const store = createStore<ChecksState>(() => ({
  checked: null,
  open: new Uint32Array(),
  isRunning: false,
  acceptances: loadAcceptances(),
  isKept: canKeep(),
}));
let version = 0;

// One element for each level: a row of the table then knows that nothing about it changed.
const signs = Object.fromEntries(
  Object.entries(words.levels).map(([level, word]) => [
    level,
    <LevelMark key={level} level={level as CheckLevel} label={words.foundByCheck(word)} />,
  ]),
) as Record<CheckLevel, Elements>;

function publish({ checked, open }: ChecksState) {
  if (checked === null) return;
  const { set, count, found } = checked;
  version += 1;
  const own = version;
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
      const level = worstLevel(open[set.positionOf(number_sid) ?? -1] ?? 0);
      return level && signs[level];
    },
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

onAcceptancesElsewhere(() => become({ acceptances: loadAcceptances() }));

/** Findings and acceptances: one state for rail, details and export. */
export const checksStore = {
  get: store.get,
  beRunning(isRunning: boolean) {
    if (isRunning !== store.get().isRunning) become({ isRunning });
  },
  put: (checked: CheckedRows) => become({ checked }),
  /** @returns whether the browser stores the acceptances. */
  accept(acceptances: readonly Acceptance[]): boolean {
    const isKept = saveAcceptances(acceptances);
    become({ acceptances, isKept });
    return isKept;
  },
};

export const useChecks = () => useStore(store);
