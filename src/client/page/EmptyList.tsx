import { openFind, soughtNumber } from '../desk/find/find-commands.ts';
import { useAccounts, useSession } from '../list/session-query.ts';
import { EmptyState } from '../status/EmptyState.tsx';
import { Button } from '../ui/Button.tsx';
import * as words from '../words/accounts.ts';

/** The table without a row. Another account may have the number that was searched for. */
export function EmptyList(props: Omit<Parameters<typeof EmptyState>[0], 'children'>) {
  const { number, q } = props.address;
  const sought = soughtNumber(number ?? q ?? '');
  const accounts = useAccounts();
  const { isPending } = useSession();
  const { account, scope } = props.list;
  // Among several accounts the server refuses a list of none: the first account is about to be named.
  const isUnnamed =
    account === null && scope.status === 'stopped' && scope.error.code === 'invalid_query';
  if (isUnnamed && (isPending || accounts !== null)) return null;
  return (
    <EmptyState {...props}>
      {accounts !== null && sought !== null && (
        <Button onClick={() => openFind(sought)}>{words.findEverywhere}</Button>
      )}
    </EmptyState>
  );
}
