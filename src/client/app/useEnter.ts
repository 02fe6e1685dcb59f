import { useQueryClient } from '@tanstack/react-query';
import type { Session } from '#contract/session.ts';
import { useAddress } from '../address/address-bar.ts';
import { ApiError } from '../lib/api-error.ts';
import { markSignedIn } from '../lib/sign-in-state.ts';
import { sessionQuery } from '../list/session-query.ts';

/**
 * Continues the page after a sign-in. It asks for the session first: a browser may have refused the
 * cookie. The rows of a session that ended are kept for the same person only.
 */
export function useEnter() {
  const client = useQueryClient();
  const { account } = useAddress();
  return async function enter(): Promise<void> {
    const sessions = client.getQueriesData<Session>({ queryKey: ['session'] });
    const before = sessions.find(([, session]) => session !== undefined)?.[1];
    try {
      const now = await client.query({ ...sessionQuery(account), staleTime: 0 });
      if (before !== undefined && before.person?.name !== now.person?.name) {
        return location.reload();
      }
    } catch (error) {
      if (!(error instanceof ApiError && error.code === 'account_gone')) throw error;
      // Signed in, but not for this account: its rows go, and the page goes on with another one.
      if (before !== undefined) return location.reload();
    }
    client.removeQueries({ queryKey: ['session'], type: 'inactive' });
    markSignedIn();
  };
}
