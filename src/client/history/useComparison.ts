import { skipToken, useQuery } from '@tanstack/react-query';
import { useLayoutEffect, useMemo } from 'react';
import type { History } from '#contract/history.ts';
import type { Address } from '../address/address.ts';
import { type Compared, publishCompared } from '../list/compared.ts';
import { keptOf, useHistory } from '../list/history-query.ts';
import { type ListSource, listFailure } from '../list/list-state.ts';
import { createRowSet } from '../list/row-set.ts';
import { changesQuery } from './changes-query.ts';
import { type ChosenDays, chosenDays } from './chosen-days.ts';
import { createCompared, nothingElse } from './compared.tsx';
import type { Differences } from './differences.ts';
import * as words from './words.ts';

/** A comparison without rows: what is compared is on its way, failed, or nothing. */
const comparedWithout = (
  key: string,
  scope: ListSource['scope'],
  loadMore: () => void = () => {},
): Compared => ({
  key,
  isPair: scope.status !== 'complete',
  source: { ...nothingElse, set: createRowSet(), scope, loadMore, refresh: loadMore },
  label: words.history,
  fileLabel: '',
  days: null,
  test: null,
  searchTest: () => null,
  fit: (columns) => columns,
  kindOf: () => undefined,
  asOf: () => null,
  standingOf: () => null,
  beforeOf: () => undefined,
  changedFields: [],
  changedColumns: [],
  markOf: () => null,
  signOf: () => null,
  cellOf: () => undefined,
  lineOf: () => undefined,
  textOf: () => undefined,
});

const awaited = comparedWithout('awaited', { status: 'loading' });
/** No two days can be compared; the view says why. */
const nothing = comparedWithout('nothing', { status: 'complete', loaded: 0, skipped: 0, at: 0 });

const noPair = { from: 0, to: 0 };

export interface Comparison {
  /** The kept lists; undefined until they are here. */
  history: History | undefined;
  /** Why the kept lists could not be read. */
  failure: ReturnType<typeof listFailure> | null;
  retry: () => void;
  /** The chosen days; null until the kept lists are here. */
  days: ChosenDays | null;
  compared: Compared;
  /** How many differences of each kind there are; null before they are here. */
  counts: Differences['counts'] | null;
}

/** Compares the two days of the address, and puts their differences in the place of the list. */
export function useComparison({ account, from, to, change }: Address): Comparison {
  const { data: history, error: historyError, refetch: refetchHistory } = useHistory();
  const days = useMemo(
    () => (history ? chosenDays(keptOf(history), { from, to }) : null),
    [history, from, to],
  );
  const pair = days?.kind === 'pair' ? days : null;
  const asked = pair ? { account, from: pair.from.seq, to: pair.to.seq } : null;
  const options = changesQuery(asked ?? { account, ...noPair });
  const { data, error, errorUpdatedAt, dataUpdatedAt, refetch } = useQuery({
    ...options,
    ...(asked === null && { queryFn: skipToken }),
  });

  const compared = useMemo(() => {
    if (days === null) return awaited;
    if (days.kind !== 'pair') return nothing;
    if (data) return createCompared(days, data, change, dataUpdatedAt);
    if (error === null) return awaited;
    const failed = listFailure(error);
    return comparedWithout(
      'failed',
      { status: 'stopped', loaded: 0, at: errorUpdatedAt, error: failed },
      () => void refetch(),
    );
  }, [days, data, dataUpdatedAt, error, errorUpdatedAt, change, refetch]);

  useLayoutEffect(() => publishCompared(compared), [compared]);
  useLayoutEffect(() => () => publishCompared(null), []);

  return {
    history,
    failure: history || historyError === null ? null : listFailure(historyError),
    retry: () => void refetchHistory(),
    days,
    compared,
    counts: data?.counts ?? null,
  };
}
