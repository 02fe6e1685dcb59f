import {
  Activity,
  Bookmark,
  Camera,
  ChevronsUpDown,
  Columns3,
  Ellipsis,
  Keyboard,
  ListChecks,
  LogOut,
  type LucideIcon,
  Moon,
  Printer,
  Sun,
} from 'lucide-react';
import { shortenMiddle } from '../lib/shorten.ts';
import { useAccounts, useSession } from '../list/session-query.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { MenuItem } from '../ui/MenuItem.tsx';
import { Popover } from '../ui/Popover.tsx';
import { useTheme } from '../ui/useTheme.ts';
import * as account from '../words/accounts.ts';
import * as people from '../words/people.ts';
import * as bar from '../words/top-bar.ts';
import { openDeskDialog } from './desk-dialog.ts';
import { usePageActions } from './page-actions.ts';
import { personActions } from './person-actions.ts';
import * as words from './words.ts';

const icons = {
  paste: ListChecks,
  print: Printer,
  snapshot: Camera,
  keys: Keyboard,
  admin: Activity,
  'sign-out': LogOut,
};

/** The actions of the palette, for a person who does not know the palette. */
export function MoreMenu() {
  const pageActions = usePageActions();
  return (
    <Popover kind="menu" label={words.more} trigger={<Ellipsis aria-hidden size={14} />}>
      {(close) =>
        pageActions.map(({ id, label, hint, run }) => (
          <MenuItem
            key={id}
            label={label}
            hint={hint}
            icon={icons[id]}
            onChoose={() => {
              close();
              run();
            }}
          />
        ))
      }
    </Popover>
  );
}

interface SheetItem {
  id: string;
  icon: LucideIcon;
  label: string;
  hint?: string | undefined;
  run: () => void;
  /** Whether the sheet stays open. */
  staysOpen?: true;
}

function useSheetItems(): readonly SheetItem[] {
  const { data: session, isPlaceholderData: isOfPreviousAccount } = useSession();
  const accounts = useAccounts();
  const { theme, label, toggle } = useTheme();
  const actions = usePageActions();
  const opens = (dialog: 'accounts' | 'views' | 'columns') => () => openDeskDialog(dialog);
  const switchAccount = {
    id: 'accounts',
    icon: ChevronsUpDown,
    label: account.switchAccount,
    hint: accounts?.current?.name,
    run: opens('accounts'),
  };
  return [
    ...(accounts ? [switchAccount] : []),
    { id: 'views', icon: Bookmark, ...words.actions.views, run: opens('views') },
    { id: 'columns', icon: Columns3, ...words.actions.columns, run: opens('columns') },
    ...actions.map((action) => ({ icon: icons[action.id], ...action })),
    { id: 'theme', icon: theme === 'dark' ? Sun : Moon, label, run: toggle, staysOpen: true },
    ...personActions(session, isOfPreviousAccount).map((action) => ({
      icon: icons[action.id],
      ...action,
    })),
  ];
}

/** All that has no room on a phone's page. */
export function MoreSheet({ onClose }: { onClose: () => void }) {
  const { data: session, isPlaceholderData: isOfPreviousAccount } = useSession();
  const items = useSheetItems();
  return (
    <Dialog title={words.more} isSheet onClose={onClose}>
      {(close) => (
        <>
          <ul className="grid px-2.5 pb-3">
            {items.map(({ id, icon: Icon, label, hint, run, staysOpen }) => (
              <li key={id}>
                <button
                  type="button"
                  onClick={() => {
                    if (!staysOpen) close();
                    run();
                  }}
                  className="flex w-full items-start gap-2.5 rounded-md px-2.5 py-1.5 text-left hover:bg-hover phone:items-center phone:gap-4"
                >
                  <Icon
                    aria-hidden
                    size={14}
                    className="mt-0.5 shrink-0 text-muted phone:mt-0 phone:size-5"
                  />
                  <span>
                    <span>{label}</span>
                    {hint && <span className="block text-xs text-muted">{hint}</span>}
                  </span>
                </button>
              </li>
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
      )}
    </Dialog>
  );
}
