import { useState } from 'react';
import { formatCount } from '../../lib/format.ts';
import { useAccounts } from '../../list/session-query.ts';
import * as text from '../../words/accounts.ts';
import { CommandDialog } from '../palette/CommandDialog.tsx';
import { matchCommands } from '../palette/match-commands.ts';
import { accountChoices } from './account-commands.ts';
import * as words from './words.ts';

/** All accounts to choose from, found by name and id. */
export function AccountsDialog({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const accounts = useAccounts();
  const all = accounts === null ? [] : accountChoices(accounts.all, accounts.current);
  const found = matchCommands(all, typed, all.length);
  const count =
    found.length === all.length
      ? words.accounts(all.length)
      : words.matching(formatCount(found.length), words.accounts(all.length));
  return (
    <CommandDialog
      title={text.switchAccount}
      label={words.nameOrId}
      placeholder={words.searchAccounts}
      text={typed}
      onText={setTyped}
      commands={found}
      status={found.length === 0 ? words.noSuchAccount : count}
      onClose={onClose}
    />
  );
}
