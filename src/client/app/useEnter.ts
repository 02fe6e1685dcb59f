import { useQueryClient } from '@tanstack/react-query';
import { useAddress } from '../address/address-bar.ts';
import { ApiError } from '../lib/api-error.ts';
import { markSignedIn } from '../lib/signed-out.ts';
import { sessionQuery } from '../list/session-query.ts';

/**
 * Continues the page after a sign-in. It asks for the session first: a browser may have refused the
 * cookie. The rows of a session that ended are kept for the same person only.
 */
export function useEnter() {
  const client = useQueryClient();
  const { account } = useAddress();
  const query = sessionQuery(account);
  return async function enter(): Promise<void> {
    const before = client.getQueryData(query.queryKey);
    try {
      const now = await client.query({ ...query, staleTime: 0 });
      if (before !== undefined && before.person?.name !== now.person?.name) location.reload();
    } catch (error) {
      // Signed in, but not for this account: the page goes on with another one.
      if (!(error instanceof ApiError && error.code === 'account_gone')) throw error;
    }
    client.removeQueries({ queryKey: ['session'], type: 'inactive' });
    markSignedIn();
  };
}
