import type { AccountRef, Session } from '#contract/session.ts';

export interface Accounts {
  all: readonly AccountRef[];
  /** The account on screen; null while nothing is known of it. */
  current: AccountRef | null;
}

/** The accounts of a session, where there are several; null otherwise. */
export function severalAccounts(
  session: Pick<Session, 'accounts'> | undefined,
  account: string | null,
): Accounts | null {
  if (session === undefined || session.accounts.length < 2) return null;
  const { accounts: all } = session;
  return { all, current: all.find(({ id }) => id === account) ?? null };
}
