import { useEffect, useMemo } from 'react';
import { type NumberSelection, selectionEntries } from '#contract/selection.ts';
import { type Address, addressSelection } from '../address/address.ts';
import { readAddress } from '../address/query-string.ts';
import { needsPlan, useNumberPlan } from '../address/useNumberPlan.ts';
import { useAfterSignIn } from '../lib/sign-in-state.ts';
import { notChecked, useCheckMarks } from './check-marks.ts';
import { useCompared } from './compared.ts';
import { joinTests } from './join-tests.ts';
import type { Refreshing } from './list-state.ts';
import { usePastedFilter } from './pasted-filter.ts';
import { pastedTest } from './pasted-rows.ts';
import type { RowsVersion } from './row-set.ts';
import type { Scope } from './scope.ts';
import type { Search } from './search-rows.ts';
import { searchedNumbers } from './searched-numbers.ts';
import { useInventory } from './useInventory.ts';
import { useLoadedRows } from './useLoadedRows.ts';
import { usePagedList } from './usePagedList.ts';
import { useRowViewer } from './useRowViewer.ts';

/** The search among rows for a text in the address bar; pending while numbering plans are loaded. */
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

/** Whether a reading stopped because nobody is signed in. */
const isSignedOut = (reading: Scope | Refreshing | null) =>
  reading?.status === 'stopped' && reading.error.code === 'unauthenticated';

/**
 * The list for an address: loaded rows, shown rows, scope, and how to load more. A complete list that
 * covers the filters answers by itself; otherwise Apifonica is asked.
 */
export function useNumberList(address: Address) {
  const { account, q, check, rented, sort } = address;
  const isHistory = address.show === 'history';
  const compared = useCompared(isHistory);
  // The History view has snapshots of its own.
  const snapshot = isHistory ? null : address.snapshot;
  const key = keyOf(addressSelection(address));
  // From the key: equal filters are one and the same object.
  const selection = useMemo(() => addressSelection(readAddress(key).values), [key]);

  const { inventory, source: walked, adopt } = useInventory(account, snapshot, selection);
  const {
    source: paged,
    refreshes,
    unreachableSince,
  } = usePagedList(account, selection, walked === null && compared === null);
  const loaded = useLoadedRows(account, walked ?? paged, unreachableSince);
  const source = compared?.source ?? loaded;
  const { set, scope, refreshing, isInventory, isAway, loadMore, refresh } = source;
  // Rows that were requested with other filters are narrowed here.
  const isHere = isInventory || isAway;

  const isReadToEnd =
    !isInventory && scope.status === 'complete' && scope.loaded > 0 && refreshing === null;
  useEffect(() => {
    if (isReadToEnd) adopt(source);
  }, [isReadToEnd, adopt, source]);

  useAfterSignIn(() => {
    if (isSignedOut(refreshing)) refresh();
    else if (isSignedOut(scope)) loadMore();
  });

  const marks = useCheckMarks(set);
  const wanted = check === null ? null : marks;
  const pastedFilter = usePastedFilter();
  const pasted = compared === null ? pastedFilter : null;
  const test = useMemo(
    () =>
      joinTests(
        check === null ? null : (wanted?.test(check) ?? notChecked),
        pasted && pastedTest(set, pasted),
        compared?.test ?? null,
      ),
    [check, wanted, set, pasted, compared],
  );

  const ranked = sort?.column === 'finding' ? marks : null;

  const viewRows = useRowViewer();
  const { version } = set;
  const askedNumber = source.selection.number;
  const here = useMemo(() => {
    if (!isHere) return nothing;
    if (askedNumber === undefined) return selection;
    // The server has found the number's rows by the numbering plan, which is not here yet.
    const { number: _, ...others } = selection;
    return others;
  }, [isHere, askedNumber, selection]);
  const { search, isPending: isReading } = useSearch(q, version);
  // The old values of a changed number are on screen, too, so the search covers them.
  const found = useMemo(() => (search && compared?.searchTest(search)) ?? null, [search, compared]);
  const shown = useMemo(
    () =>
      viewRows(version.set, {
        selection: here,
        search: found === null ? search : null,
        rented,
        sort,
        severity: ranked?.severity() ?? null,
        test: joinTests(test, found),
      }),
    [viewRows, version, here, search, found, rented, sort, ranked, test],
  );

  const isNarrowed =
    q !== null ||
    check !== null ||
    rented !== null ||
    pasted !== null ||
    (compared?.test ?? null) !== null ||
    (isHere && key !== keyOf(source.selection));

  return {
    ...source,
    /** Null where there is one account. */
    account,
    /** The snapshot whose list this is; null for the list of now. */
    snapshot,
    selection,
    /** The filters that brought the loaded rows; those of the address narrow them. */
    asked: source.selection,
    /** The filters to apply to loaded rows; filters that Apifonica applied already may be left out. */
    here,
    search,
    /** Whether the search still waits for the numbering plans, so that fewer rows may show. */
    isReading,
    /** Another object whenever rows were added or changed. */
    version,
    shown,
    /** Whether a search, months, a filter or the pasted list hide some of the loaded rows. */
    isNarrowed,
    check,
    /** The comparison of two kept lists whose differences are shown in place of the list. */
    compared,
    /** The pasted list, if only its rows are shown. */
    pasted,
    /** Whether a row matches the check filter and the pasted list; null without either. */
    test,
    marks,
    /** The walk of the whole list, to pause, resume or cancel. */
    inventory,
    /** Loads the whole list, from where a walk of it was paused or has stopped. */
    async loadAll() {
      // The list has to come first: rows of other lists are no beginning of it.
      if (isAway) loadMore();
      else await (isInventory ? inventory.resume() : inventory.start(selection, set, refreshes));
    },
    refreshes,
  };
}

export type NumberList = ReturnType<typeof useNumberList>;
