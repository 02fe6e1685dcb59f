import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { parsePhoneNumber } from '#contract/phone-digits.ts';
import { useAfterSignIn } from '../../lib/useAfterSignIn.ts';
import { setAddress } from '../address-bar.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { oneNumberQuery } from './one-number-query.ts';
import { openKey } from './open-row.ts';

/**
 * The row whose details are open, found among the rows shown or else asked for by its number, and
 * the ways to its neighbours. Going on from the last loaded row loads the next page first.
 */
export function useOpenRow(list: NumberList, open: string, index: number) {
  const { shown, scope, hasMore, loadMore, refreshes } = list;
  const number = parsePhoneNumber(open);
  const isElsewhere = index < 0 && scope.status !== 'loading';
  const alone = useQuery({
    ...oneNumberQuery(number ?? '', refreshes),
    enabled: isElsewhere && number !== null,
  });

  useAfterSignIn(() => {
    if (alone.isError) void alone.refetch();
  });

  // The row from which somebody wants to go on to one that is not loaded yet.
  const waitingAt = useRef<string | null>(null);
  const goTo = (target: number) => {
    const row = shown.at(target);
    if (row) setAddress({ open: openKey(row, shown) });
  };
  const goNext = () => {
    if (index + 1 < shown.length) return goTo(index + 1);
    waitingAt.current = open;
    loadMore();
  };

  // The next page has come for somebody who stands at the edge, and has not gone or closed it since.
  const isEdge = index === shown.length - 1;
  useEffect(() => {
    if (waitingAt.current === null) return;
    const isStillThere = index >= 0 && waitingAt.current === open;
    if (isStillThere && isEdge) return;
    waitingAt.current = null;
    if (isStillThere) goNext();
  });

  return {
    /** Apifonica was asked for it by number; without, only the loaded rows are known. */
    wasAskedFor: number !== null,
    loadMore: hasMore ? loadMore : null,
    row: shown.at(index) ?? (isElsewhere ? (alone.data ?? null) : null),
    isPending: scope.status === 'loading' || (isElsewhere && number !== null && alone.isPending),
    error: alone.error,
    retry: alone.refetch,
    goPrevious: index > 0 ? () => goTo(index - 1) : null,
    goNext: index >= 0 && (index + 1 < shown.length || hasMore) ? goNext : null,
  };
}
