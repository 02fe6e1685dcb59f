import { queryOptions } from '@tanstack/react-query';
import { accountEntries } from '#contract/account.ts';
import { numberHistorySchema } from '#contract/history.ts';
import { routes } from '#contract/routes.ts';
import { getJson } from '../lib/api.ts';

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
