import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { setAddress } from '../address/address-bar.ts';
import { ApiError } from '../lib/api-error.ts';
import { setGoneAccount } from '../list/gone-account.ts';
import { asOfWords } from '../list/kept-words.ts';
import { sessionQuery, useSession } from '../list/session-query.ts';
import { severalAccounts } from '../list/several-accounts.ts';
import type { NumberList } from '../list/useNumberList.ts';
import * as words from '../words/accounts.ts';
import { product } from '../words/app.ts';

const isGoneError = (error: unknown) => error instanceof ApiError && error.code === 'account_gone';

const failureOf = (reading: NumberList['scope'] | NumberList['refreshing']) =>
  reading?.status === 'stopped' ? reading.error : null;

/** Goes on with the first account, and says so, when the account on screen is not available. */
function useLeaveGoneAccount({ account, scope, refreshing }: NumberList, failure: unknown) {
  const client = useQueryClient();
  const isGone = [failureOf(scope), failureOf(refreshing), failure].some(isGoneError);
  const { data: first } = useQuery({
    ...sessionQuery(null),
    // An earlier answer may still name the account that is gone.
    queryKey: ['session', null, account],
    gcTime: 0,
    enabled: isGone && account !== null,
  });
  useEffect(() => {
    if (!isGone || account === null || first === undefined) return;
    const id = severalAccounts(first, null) && first.account.id;
    if (id === account) return;
    client.setQueryData(sessionQuery(id).queryKey, first);
    setGoneAccount({ gone: account, now: first.account.name, account: id });
    setAddress({ account: id, snapshot: null, open: null });
  }, [client, isGone, account, first]);
}

/** Keeps the account in the address; its name, and of which moments rows are, in the window's title. */
export function useAccountCare(list: NumberList): void {
  const { account, scope, compared } = list;
  const { data: session, error, isPlaceholderData } = useSession();
  useLeaveGoneAccount(list, error);

  const several = isPlaceholderData ? null : severalAccounts(session, account);
  const unnamed = several !== null && account === null ? (session?.account.id ?? null) : null;
  useEffect(() => {
    if (unnamed !== null) setAddress({ account: unnamed });
  }, [unnamed]);

  const name = several?.current?.name ?? null;
  const shown = compared?.label ?? asOfWords(scope);
  useEffect(() => {
    const title = name === null ? product : words.title(name, product);
    document.title = shown === null ? title : words.title(shown, title);
  }, [name, shown]);
}
