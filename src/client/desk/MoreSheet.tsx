import {
  Activity,
  Bookmark,
  ChevronsUpDown,
  Columns3,
  LogOut,
  type LucideIcon,
  Moon,
  Sun,
} from 'lucide-react';
import { shortenMiddle } from '../lib/shorten.ts';
import { useAccounts, useSession } from '../list/session-query.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useTheme } from '../ui/useTheme.ts';
import * as account from '../words/accounts.ts';
import * as people from '../words/people.ts';
import * as bar from '../words/top-bar.ts';
import { openDeskDialog } from './desk-dialog.ts';
import { icons } from './MoreMenu.tsx';
import { usePageActions } from './page-actions.ts';
import { personActions } from './person-actions.ts';
import * as words from './words.ts';

const opened = [
  { dialog: 'views', icon: Bookmark, ...words.actions.views },
  { dialog: 'columns', icon: Columns3, ...words.actions.columns },
] as const;

const personIcons = { admin: Activity, 'sign-out': LogOut };

interface SheetItemProps {
  icon: LucideIcon;
  label: string;
  hint?: string;
  onClick: () => void;
}

/** One action of the sheet. */
const SheetItem = ({ icon: Icon, label, hint, onClick }: SheetItemProps) => (
  <li>
    <button
      type="button"
      onClick={onClick}
      className="flex w-full items-start gap-2.5 rounded-md px-2.5 py-1.5 text-left hover:bg-hover phone:items-center phone:gap-4"
    >
      <Icon aria-hidden size={14} className="mt-0.5 shrink-0 text-muted phone:mt-0 phone:size-5" />
      <span>
        <span>{label}</span>
        {hint && <span className="block text-xs text-muted">{hint}</span>}
      </span>
    </button>
  </li>
);

/** All that has no room on a phone's page. */
export function MoreSheet({ onClose }: { onClose: () => void }) {
  const { data: session, isPlaceholderData: isOfPreviousAccount } = useSession();
  const accounts = useAccounts();
  const { theme, label, toggle } = useTheme();
  const actions = usePageActions();
  return (
    <Dialog title={words.more} isSheet onClose={onClose}>
      {(close) => {
        const then = (run: () => void) => () => {
          close();
          run();
        };
        return (
          <>
            <ul className="grid px-2.5 pb-3">
              {accounts && (
                <SheetItem
                  icon={ChevronsUpDown}
                  label={account.switchAccount}
                  {...(accounts.current && { hint: accounts.current.name })}
                  onClick={then(() => openDeskDialog('accounts'))}
                />
              )}
              {opened.map(({ dialog, icon, label, hint }) => (
                <SheetItem
                  key={dialog}
                  icon={icon}
                  label={label}
                  hint={hint}
                  onClick={then(() => openDeskDialog(dialog))}
                />
              ))}
              {actions.map(({ id, label, hint, run }) => (
                <SheetItem
                  key={id}
                  icon={icons[id]}
                  label={label}
                  hint={hint}
                  onClick={then(run)}
                />
              ))}
              <SheetItem icon={theme === 'dark' ? Sun : Moon} label={label} onClick={toggle} />
              {personActions(session, isOfPreviousAccount).map(({ id, label, hint, run }) => (
                <SheetItem
                  key={id}
                  icon={personIcons[id]}
                  label={label}
                  {...(hint !== undefined && { hint })}
                  onClick={then(run)}
                />
              ))}
            </ul>
            {session?.person && (
              <p className="mx-5 border-t border-line py-2.5">
                <bdi translate="no">{session.person.name}</bdi>
                {!isOfPreviousAccount && (
                  <span className="block text-xs text-muted">
                    {people.roleHint(session.person.role)}
                  </span>
                )}
              </p>
            )}
            {session && !isOfPreviousAccount && (
              <p className="mx-5 flex items-center border-t border-line py-1 text-muted">
                <span className="flex-1">
                  <span>{`${words.account} `}</span>
                  <bdi translate="no">{shortenMiddle(session.account_sid, 14)}</bdi>
                </span>
                <CopyButton text={session.account_sid} what={bar.accountSid} />
              </p>
            )}
          </>
        );
      }}
    </Dialog>
  );
}
