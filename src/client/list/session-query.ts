import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { accountEntries } from '#contract/account.ts';
import { routes } from '#contract/routes.ts';
import { sessionSchema } from '#contract/session.ts';
import { useAddress } from '../address/address-bar.ts';
import { getJson } from '../lib/api.ts';
import { ApiError } from '../lib/api-error.ts';
import { type Accounts, severalAccounts } from './several-accounts.ts';

const retryMs = 5000;

const lasting: readonly string[] = ['unauthenticated', 'account_gone'];

const isPassing = (error: unknown) => error instanceof ApiError && !lasting.includes(error.code);

/** An account, and the person's permissions for it; of the first account for null. */
export const sessionQuery = (account: string | null) =>
  queryOptions({
    queryKey: ['session', account],
    queryFn: ({ signal }) =>
      getJson(routes.session, sessionSchema, {
        searchParams: new URLSearchParams(accountEntries(account)),
        signal,
      }),
    // Retried, so that a short absence of the server does not leave the account unknown.
    refetchInterval: ({ state }) => (isPassing(state.error) ? retryMs : false),
  });

/**
 * The session of the account in the address. Until the session of another account is here, that of
 * the account before stands in for it.
 */
export const useSession = () =>
  useQuery({ ...sessionQuery(useAddress().account), placeholderData: keepPreviousData });

/** All accounts to choose from; null where there is one account. */
export function useAccounts(): Accounts | null {
  const { account } = useAddress();
  return severalAccounts(useSession().data, account);
}
