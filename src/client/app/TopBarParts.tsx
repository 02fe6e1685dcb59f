import { ChevronsUpDown, Ellipsis, LogOut, Moon, SquareChevronRight, Sun } from 'lucide-react';
import type { AccountRef } from '#contract/session.ts';
import { useAddress } from '../address/address-bar.ts';
import { accountButtonId } from '../desk/accounts/account-commands.ts';
import { openDeskDialog } from '../desk/desk-dialog.ts';
import { ctrlWord } from '../desk/keys/key-names.ts';
import { signOut } from '../desk/sign-out.ts';
import { more } from '../desk/words.ts';
import { shortenMiddle } from '../lib/shorten.ts';
import { useAccounts, useSession } from '../list/session-query.ts';
import { ViewSwitch } from '../overview/ViewSwitch.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useIsPhone } from '../ui/screen.ts';
import { useTheme } from '../ui/useTheme.ts';
import * as accounts from '../words/accounts.ts';
import { badge } from '../words/kept.ts';
import * as words from '../words/top-bar.ts';
import { PersonMenu } from './PersonMenu.tsx';

/** Shows the account, where there are several, and opens the choice of another. */
const AccountButton = ({ account }: { account: AccountRef | null }) => (
  <button
    id={accountButtonId}
    type="button"
    aria-label={account === null ? accounts.switchAccount : accounts.accountNow(account.name)}
    title={accounts.switchAccount}
    aria-haspopup="dialog"
    onClick={() => openDeskDialog('accounts')}
    className="inline-flex h-7 min-w-0 max-w-56 items-center gap-1.5 rounded-full border border-line px-3 font-medium hover:bg-hover phone:border-transparent phone:px-1 phone:text-base phone:font-semibold"
  >
    <bdi translate="no" className="truncate">
      {account?.name ?? accounts.account}
    </bdi>
    <ChevronsUpDown aria-hidden size={13} className="shrink-0 text-muted" />
  </button>
);

/** The account, whether its data is real, the theme and the person; on a phone, More has most. */
export function TopBarParts() {
  const { data: session, isPlaceholderData: isOfPreviousAccount } = useSession();
  const accounts = useAccounts();
  const { show, snapshot } = useAddress();
  const isPast = snapshot !== null && show !== 'history';
  const { theme, label, toggle } = useTheme();
  const isDark = theme === 'dark';
  const isPhone = useIsPhone();
  return (
    <>
      {session && (
        <>
          {accounts && <AccountButton account={accounts.current} />}
          <span
            className={`hidden h-7 items-center gap-0.5 rounded-full border border-line pr-0.5 pl-3 whitespace-nowrap text-muted ${accounts ? 'min-[1200px]:inline-flex' : 'min-[900px]:inline-flex'} ${isOfPreviousAccount ? 'invisible' : ''}`}
          >
            <span translate="no" title={session.account_sid}>
              {shortenMiddle(session.account_sid, 14)}
            </span>
            <CopyButton text={session.account_sid} what={words.accountSid} />
          </span>
          <span
            className={`rounded-full px-3 phone:px-2.5 py-1 text-xs whitespace-nowrap ${session.source === 'sandbox' || isPast ? 'bg-warn-soft text-warn' : 'bg-accent-soft text-accent'}`}
          >
            {session.source === 'sandbox' ? words.sandbox : isPast ? badge : words.live}
          </span>
        </>
      )}
      <button
        type="button"
        aria-label={words.commands}
        title={words.commandsHint}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => openDeskDialog('commands')}
        className="ml-auto inline-flex h-7 items-center justify-center gap-2 phone:-mr-2 phone:border-transparent rounded-md border border-line px-2 text-muted hover:bg-hover hover:text-ink"
      >
        <SquareChevronRight aria-hidden size={16} />
        <kbd
          translate="no"
          className="hidden font-mono text-2xs whitespace-nowrap min-[900px]:inline"
        >
          {words.commandsKeys(ctrlWord())}
        </kbd>
      </button>
      {isPhone ? (
        <IconButton
          label={more}
          aria-haspopup="dialog"
          onClick={() => openDeskDialog('more')}
          className="-mr-2"
        >
          <Ellipsis aria-hidden size={20} />
        </IconButton>
      ) : (
        <>
          <ViewSwitch />
          <IconButton label={label} onClick={toggle}>
            {isDark ? <Sun aria-hidden size={16} /> : <Moon aria-hidden size={16} />}
          </IconButton>
          {session?.person && (
            <PersonMenu session={session} isOfPreviousAccount={isOfPreviousAccount} />
          )}
          {session?.has_sign_in && !session.person && (
            <IconButton label={words.signOut} onClick={() => void signOut()}>
              <LogOut aria-hidden size={16} />
            </IconButton>
          )}
        </>
      )}
    </>
  );
}
