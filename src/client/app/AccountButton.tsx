import { ChevronsUpDown } from 'lucide-react';
import type { AccountRef } from '#contract/session.ts';
import { accountButtonId } from '../desk/accounts/go-to-account.ts';
import { openDeskDialog } from '../desk/desk-dialog.ts';
import * as words from '../words/accounts.ts';

/** Shows the account, where there are several, and opens the choice of another. */
export const AccountButton = ({ account }: { account: AccountRef | null }) => (
  <button
    id={accountButtonId}
    type="button"
    aria-label={account === null ? words.switchAccount : words.accountNow(account.name)}
    title={words.switchAccount}
    aria-haspopup="dialog"
    onClick={() => openDeskDialog('accounts')}
    className="inline-flex h-7 min-w-0 max-w-56 items-center gap-1.5 rounded-full border border-line px-3 font-medium hover:bg-hover phone:border-transparent phone:px-1 phone:text-base phone:font-semibold"
  >
    <bdi translate="no" className="truncate">
      {account?.name ?? words.account}
    </bdi>
    <ChevronsUpDown aria-hidden size={13} className="shrink-0 text-muted" />
  </button>
);
