import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { Address } from '../address/address.ts';
import { setAddress } from '../address/address-bar.ts';
import { searchKeys } from '../filters/search-keys.ts';
import { shortcutAction } from '../lib/shortcut.ts';
import { useStore } from '../lib/store.ts';
import { isChecking } from '../list/check-marks.ts';
import { followSearch, listBefore, type SearchRun } from '../list/search-run.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { searchAllStore, useSearchAll } from '../list/useSearchAll.ts';
import type { Grid } from '../table/useGrid.ts';
import { setScrollTop } from '../table/useKeepPlace.ts';

interface SearchToolsProps {
  list: NumberList;
  address: Address;
  grid: Grid;
  openRow: (index: number) => void;
}

/** Where the reader was before a search. */
interface Place {
  scrollTop: number;
  focused: Element | null;
}

const { change, get } = searchAllStore;

/** Opens the only match once every number was searched, unless the reader does something before. */
function useOnlyMatch({ list, openRow }: Pick<SearchToolsProps, 'list' | 'openRow'>) {
  const { opensOnly, run } = useStore(searchAllStore);
  useEffect(() => {
    if (!opensOnly) return;
    const controller = new AbortController();
    const drop = (event: Event) => {
      if (!(event instanceof KeyboardEvent && event.repeat)) change({ opensOnly: false });
    };
    for (const name of ['keydown', 'pointerdown', 'wheel']) {
      addEventListener(name, drop, { signal: controller.signal, capture: true, passive: true });
    }
    return () => controller.abort();
  }, [opensOnly]);

  const { scope, shown } = list;
  const isAwaited =
    run?.stage === 'wanted' || list.isReading || isChecking(list) || scope.status !== 'complete';
  const open = useEffectEvent(() => {
    change({ opensOnly: false });
    if (shown.length === 1) openRow(0);
  });
  useEffect(() => {
    if (opensOnly && !isAwaited) open();
  }, [opensOnly, isAwaited]);
}

/**
 * Carries out the search of all numbers: starts the walk, follows it, and gives back the list, its
 * place and the focus when the reader stops it. Stands behind the table, which keeps its own place
 * first.
 */
export function SearchTools({ list, address, grid, openRow }: SearchToolsProps) {
  const { run, stopped } = useStore(searchAllStore);
  const { phase, stop } = useSearchAll(list);
  const { scope, isInventory, inventory, pasted } = list;
  const { q, check, rented } = address;
  const seen = {
    scope,
    isInventory,
    // Not the key of the pasted list: it is read again at the end of a walk.
    question: JSON.stringify([list.selection, q, check, rented, pasted?.lines.size]),
    isSearched: q !== null || check !== null || rented !== null || pasted !== null,
  };
  useOnlyMatch({ list, openRow });

  const place = useRef<Place>({ scrollTop: 0, focused: null });
  const begin = useEffectEvent(async (wanted: SearchRun) => {
    const now = listBefore(seen);
    const isWalk = now === 'pages' || now === 'paused';
    const before = now === 'walking' && wanted.before !== null ? wanted.before : now;
    place.current = {
      scrollTop: grid.element.current?.parentElement?.scrollTop ?? 0,
      focused: document.activeElement,
    };
    change({ run: { ...wanted, before, stage: isWalk ? 'starting' : 'begun' } });
    if (!isWalk) return;
    await list.loadAll();
    // The walk's code could not be loaded, which was announced.
    if (get().run?.stage === 'starting') change({ run: null });
  });
  const wanted = run?.stage === 'wanted' ? run : null;
  useLayoutEffect(() => {
    if (wanted !== null) void begin(wanted);
  }, [wanted]);

  function giveBack({ before, cleared }: SearchRun) {
    if (before === 'pages') void inventory.cancel();
    else if (before === 'paused') void inventory.pause();
    if (cleared !== null) setAddress(cleared.filters, { entry: cleared.entry });
  }

  useLayoutEffect(() => {
    if (run === null) return;
    const next = followSearch(run, seen);
    if (next === run) return;
    if (next === 'stop') giveBack(run);
    change(next === 'stop' ? { run: null, opensOnly: false } : { run: next });
  });

  // The rows of before are on screen one or two renders later.
  const returning = useRef<SearchRun>(null);
  const giveStoppedBack = useEffectEvent((run: SearchRun) => {
    giveBack(run);
    returning.current = run;
    change({ stopped: null });
  });
  useLayoutEffect(() => {
    if (stopped !== null) giveStoppedBack(stopped);
  }, [stopped]);
  useLayoutEffect(() => {
    const { current: run } = returning;
    if (run === null || (run.before === 'pages' && isInventory && scope.status !== 'complete'))
      return;
    returning.current = null;
    const { scrollTop, focused } = place.current;
    const scroller = grid.element.current?.parentElement;
    // With other filters the table returns to the place that it had under them.
    if (scroller && run.cleared === null) setScrollTop(scroller, scrollTop);
    if (focused instanceof HTMLElement && focused.isConnected) focused.focus();
  });

  const isStoppable = phase === 'searching' || phase === 'stopped';
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || shortcutAction(searchKeys, event) !== 'clear') return;
    if (document.querySelector('dialog:modal, :popover-open')) return;
    event.preventDefault();
    stop();
  });
  useEffect(() => {
    if (!isStoppable) return;
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [isStoppable]);
  return null;
}
