import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { parsePhoneNumber } from '#contract/phone-digits.ts';
import { setAddress } from '../address/address-bar.ts';
import { useAfterSignIn } from '../lib/sign-in-state.ts';
import { isOpenRow, openKey } from '../list/open-row.ts';
import { getPage } from '../list/queries.ts';
import type { NumberList } from '../list/useNumberList.ts';

/** One number, wherever it is in the list; null when the account has none. */
const oneNumberQuery = (account: string | null, number: string, refreshes: number) =>
  queryOptions({
    queryKey: ['numbers', 'one', account, number, refreshes],
    queryFn: async ({ signal }) => {
      const page = { account, filters: { number }, cursor: null, isFresh: refreshes > 0 };
      return (await getPage(page, signal)).numbers[0] ?? null;
    },
  });

/**
 * The row whose details are open and the ways to its neighbours. A row that is not shown is asked for
 * by its number. Going on from the last loaded row loads the next page first.
 */
export function useOpenRow(list: NumberList, open: string, index: number) {
  const { account, snapshot, version, shown, scope, hasMore, loadMore, refreshes } = list;
  const number = parsePhoneNumber(open);
  // A filter may hide the row while it is open, for example when its findings are accepted.
  const hidden = useMemo(
    () => (index < 0 ? version.set.rows.find((row) => isOpenRow(row, open)) : undefined),
    [index, version, open],
  );
  // A snapshot has nothing beside its list.
  const isElsewhere = snapshot === null && index < 0 && !hidden && scope.status !== 'loading';
  const alone = useQuery({
    ...oneNumberQuery(account, number ?? '', refreshes),
    enabled: isElsewhere && number !== null,
  });

  useAfterSignIn(() => {
    if (alone.isError) void alone.refetch();
  });

  // The last loaded row, if the reader asked for the row behind it.
  const waitingAt = useRef<string | null>(null);
  const goTo = (target: number) => {
    const row = shown.at(target);
    if (row) setAddress({ open: openKey(row, version.set) });
  };
  const goNext = () => {
    if (index + 1 < shown.length) return goTo(index + 1);
    waitingAt.current = open;
    loadMore();
  };

  // The next page arrived, and the reader still stands at the row before it.
  const isEdge = index === shown.length - 1;
  useEffect(() => {
    if (waitingAt.current === null) return;
    const isStillThere = index >= 0 && waitingAt.current === open;
    if (isStillThere && isEdge) return;
    waitingAt.current = null;
    if (isStillThere) goNext();
  });

  const lastSeen = useRef({ open, index });
  useEffect(() => {
    if (index >= 0) lastSeen.current = { open, index };
  }, [open, index]);
  // A hidden row left its place to the next row.
  const gap = hidden && lastSeen.current.open === open ? lastSeen.current.index : -1;
  const previous = (index >= 0 ? index : gap) - 1;

  return {
    /** The index among the shown rows; a half for the place of a row that is hidden, -1 without one. */
    at: index < 0 && gap >= 0 ? gap - 0.5 : index,
    goTo,
    /** Whether Apifonica was asked for the number. A SID is known only among the loaded rows. */
    wasAskedFor: number !== null,
    loadMore: hasMore ? loadMore : null,
    row: shown.at(index) ?? hidden ?? (isElsewhere ? (alone.data ?? null) : null),
    isPending: scope.status === 'loading' || (isElsewhere && number !== null && alone.isPending),
    error: alone.error,
    retry: alone.refetch,
    goPrevious: previous >= 0 ? () => goTo(previous) : null,
    goNext:
      gap >= 0
        ? gap < shown.length
          ? () => goTo(gap)
          : null
        : index >= 0 && (index + 1 < shown.length || hasMore)
          ? goNext
          : null,
  };
}
