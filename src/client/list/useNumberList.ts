import { useEffect, useMemo, useState } from 'react';
import { type NumberSelection, selectionEntries } from '#contract/selection.ts';
import { type Address, addressSelection } from '../address/address.ts';
import { readAddress } from '../address/query-string.ts';
import { needsPlan, useNumberPlan } from '../address/useNumberPlan.ts';
import { notChecked, useCheckMarks } from './check-marks.ts';
import type { RowsVersion } from './row-set.ts';
import { createRowViewer } from './row-view.ts';
import { inventoryScope } from './scope.ts';
import type { Search } from './search-rows.ts';
import { searchedNumbers } from './searched-numbers.ts';
import { useInventory } from './useInventory.ts';
import { usePagedList } from './usePagedList.ts';

/** What a text in the address bar looks for among rows; pending while it may still mean more numbers. */
function useSearch(q: string | null, version: RowsVersion) {
  const { plan, isPending } = useNumberPlan(needsPlan(q));
  const countries = version.set.columns.country_code.values;
  // The countries grow in place, mostly with the first pages.
  const known = countries.length;
  const search = useMemo((): Search | null => {
    if (q === null) return null;
    return { text: q, numbers: searchedNumbers(q, plan, countries.slice(0, known)) };
  }, [q, plan, countries, known]);
  return { search, isPending };
}

const nothing: NumberSelection = {};

const keyOf = (selection: NumberSelection) =>
  String(new URLSearchParams(selectionEntries(selection)));

/**
 * The list for an address: loaded rows, shown rows, scope, and how to load more. A complete list that
 * covers the filters answers by itself; otherwise Apifonica is asked.
 */
export function useNumberList(address: Address) {
  const { q, check, rented, sort } = address;
  const key = keyOf(addressSelection(address));
  // From the key: equal filters are one and the same object.
  const selection = useMemo(() => addressSelection(readAddress(key).values), [key]);

  const { inventory, held, adopt } = useInventory(selection);
  const paged = usePagedList(selection, held === null);
  const set = held?.set ?? paged.set;

  const marks = useCheckMarks(set);
  const wanted = check === null ? null : marks;
  const test = useMemo(
    () => (check === null ? null : (wanted?.test(check) ?? notChecked)),
    [check, wanted],
  );

  const [viewRows] = useState(createRowViewer);
  const { version } = set;
  const heldNumber = held?.selection.number;
  const isHere = held !== null;
  const here = useMemo(() => {
    if (!isHere) return nothing;
    if (heldNumber === undefined) return selection;
    // The server has found the number's rows by the numbering plan, which is not here yet.
    const { number: _, ...others } = selection;
    return others;
  }, [isHere, heldNumber, selection]);
  const { search, isPending: isReading } = useSearch(q, version);
  const shown = useMemo(
    () => viewRows(version.set, { selection: here, search, rented, sort, test }),
    [viewRows, version, here, search, rented, sort, test],
  );

  const scope = useMemo(() => (held ? inventoryScope(held) : paged.scope), [held, paged.scope]);

  const isWhole = held === null && paged.scope.status === 'complete' && paged.scope.loaded > 0;
  useEffect(() => {
    if (!isWhole || paged.scope.status !== 'complete') return;
    adopt(selection, paged.set, paged.scope.at, paged.scope.skipped);
  }, [isWhole, adopt, selection, paged.set, paged.scope]);

  const complete = held?.status === 'complete' ? held : null;
  const isPaged = held === null || complete?.isWalked === false;
  const isNarrowed =
    q !== null ||
    check !== null ||
    rented !== null ||
    (held !== null && key !== keyOf(held.selection));

  return {
    selection,
    /** The filters that brought the loaded rows; those of the address narrow them. */
    asked: held?.selection ?? selection,
    /** The filters to apply to loaded rows; filters that Apifonica applied already may be left out. */
    here,
    search,
    /** Whether the search still waits for the numbering plans, so that fewer rows may show. */
    isReading,
    set,
    /** Another object whenever rows were added or changed. */
    version,
    shown,
    /** Whether a search, months or a filter hide some of the loaded rows. */
    isNarrowed,
    check,
    /** Whether a row matches the check filter; null without one. */
    test,
    marks,
    scope,
    inventory,
    /** Whether the rows are those of the whole list, which is here or on its way. */
    isHeld: held !== null,
    /** A second walk behind the complete list on screen. */
    refreshing: complete?.refreshing ?? null,
    /** What the last refresh of a complete list has found. */
    changes: complete?.changes ?? null,
    skipped: held === null ? paged.skipped : (complete?.skipped ?? 0),
    isFetching: held === null && paged.isFetching,
    hasMore: held === null && paged.hasMore,
    restarted: isPaged ? paged.restarted : 0,
    loadMore: held?.status === 'stopped' ? inventory.resume : paged.loadMore,
    /** Loads the whole list, from where a walk of it was paused or has stopped. */
    loadAll: () => void (held ? inventory.resume() : inventory.start(selection, set)),
    refreshes: paged.refreshes,
    refresh: complete ? inventory.refresh : paged.refresh,
  };
}

export type NumberList = ReturnType<typeof useNumberList>;
