import { queryOptions, useQuery } from '@tanstack/react-query';
import { accountEntries } from '#contract/account.ts';
import {
  type History,
  historySchema,
  numberHistorySchema,
  type Snapshot,
} from '#contract/history.ts';
import { routes } from '#contract/routes.ts';
import { useAddress } from '../address/address-bar.ts';
import { getJson } from '../lib/api.ts';
import { useSession } from './session-query.ts';

/** How often the kept lists are asked for: while a snapshot is under way, and otherwise. */
const busyMs = 2000;
const calmMs = 60_000;

/** The kept lists of an account, newest first. */
export const historyQuery = (account: string | null) =>
  queryOptions({
    queryKey: ['history', account],
    queryFn: ({ signal }) =>
      getJson(routes.history, historySchema, {
        searchParams: new URLSearchParams(accountEntries(account)),
        signal,
      }),
    // Others take snapshots too, and so does the schedule.
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.isTaking ? busyMs : calmMs),
  });

/** The lists of a history that are kept, newest first: the newest one may still be unconfirmed. */
export const keptOf = (history: History | undefined): Snapshot[] =>
  history?.snapshots.filter(({ status }) => status === 'kept') ?? [];

/** The kept lists of the account in the address, where lists are kept. */
export function useHistory() {
  const { account } = useAddress();
  const isKept = useSession().data?.has_history ?? false;
  return useQuery({ ...historyQuery(account), enabled: isKept });
}

/** An answer is new enough for so long: a snapshot comes once a day, or when somebody takes one. */
const freshMs = 60_000;

/** One number through the snapshots of an account. */
export const numberHistoryQuery = (account: string | null, number_sid: string) =>
  queryOptions({
    queryKey: ['history', account, 'number', number_sid],
    queryFn: ({ signal }) =>
      getJson(routes.historyNumber, numberHistorySchema, {
        searchParams: new URLSearchParams([...accountEntries(account), ['number_sid', number_sid]]),
        signal,
      }),
    staleTime: freshMs,
  });
