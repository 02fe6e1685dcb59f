import { createStore, useStore } from '../lib/store.ts';
import { type Cleared, type SearchPhase, type SearchRun, searchPhase } from './search-run.ts';
import { useIsCutOff } from './useIsCutOff.ts';
import type { NumberList } from './useNumberList.ts';

interface SearchState {
  run: SearchRun | null;
  /** A search that was stopped, until its list, place and focus are given back. */
  stopped: SearchRun | null;
  /** Whether the only match is to be opened once every number was searched. */
  opensOnly: boolean;
}

const store = createStore<SearchState>(() => ({ run: null, stopped: null, opensOnly: false }));

const change = (next: Partial<SearchState>) => store.set({ ...store.get(), ...next });

/** The search of all numbers: one for the page, whatever starts it. */
export const searchAllStore = { ...store, change };

/**
 * Searches all numbers of the selection for what the address asks; what searches is in the page's room.
 *
 * @param cleared what was cleared for it, to be given back when it is stopped.
 */
export function startSearchAll(cleared: Cleared | null = null): void {
  const { run } = store.get();
  change({
    run: {
      stage: 'wanted',
      before: run?.stage === 'begun' ? run.before : null,
      cleared: cleared ?? run?.cleared ?? null,
      question: '',
    },
    stopped: null,
  });
}

/** Opens the only match once the list is complete, unless the reader does something else before. */
export const openOnlyMatch = () => change({ opensOnly: true });

export interface SearchAll {
  phase: SearchPhase;
  /** Whether everything is here or a server can be asked for the rest. */
  canStart: boolean;
  start: () => void;
  /** Stops the search and gives back the list, its place and the focus as they were before. */
  stop: () => void;
}

const start = () => startSearchAll();
const stop = () => change({ run: null, stopped: store.get().run, opensOnly: false });

/** The search of all numbers, as it concerns a list. */
export function useSearchAll({ scope, isInventory, isAway }: NumberList): SearchAll {
  const { run } = useStore(store);
  const isCutOff = useIsCutOff();
  const canStart = scope.status === 'complete' || !(isAway || isCutOff);
  return { phase: searchPhase(run, { scope, isInventory }), canStart, start, stop };
}
