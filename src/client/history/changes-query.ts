import { queryOptions } from '@tanstack/react-query';
import { accountEntries } from '#contract/account.ts';
import { changesEventSchema } from '#contract/history.ts';
import { routes } from '#contract/routes.ts';
import { getLines } from '../lib/get-lines.ts';
import { createStore, useStore } from '../lib/store.ts';
import { readDifferences } from './differences.ts';

/** How long differences are kept for their reader's return: they may be a whole list. */
const keptMs = 5 * 60 * 1000;

const read = createStore(() => 0);

/** How many differences have come so far. */
export const useReadSoFar = () => useStore(read);

interface ChangesAsked {
  account: string | null;
  /** The snapshots to compare, by their places among those of the account. */
  from: number;
  to: number;
}

/** The differences of two kept lists, which never change. */
export const changesQuery = ({ account, from, to }: ChangesAsked) =>
  queryOptions({
    queryKey: ['changes', account, from, to],
    queryFn({ signal }) {
      const searchParams = new URLSearchParams([
        ...accountEntries(account),
        ['from', String(from)],
        ['to', String(to)],
      ]);
      read.set(0);
      const events = getLines(routes.historyChanges, changesEventSchema, { searchParams, signal });
      return readDifferences(events, read.set);
    },
    gcTime: keptMs,
    structuralSharing: false,
  });
