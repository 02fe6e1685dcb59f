import { useQuery } from '@tanstack/react-query';
import { Bookmark, Columns3, LogOut, Moon, Sun } from 'lucide-react';
import { shortenMiddle } from '../lib/shorten.ts';
import { sessionQuery } from '../list/session-query.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useTheme } from '../ui/useTheme.ts';
import * as bar from '../words/top-bar.ts';
import { openDeskDialog } from './desk-dialog.ts';
import { MenuItem } from './MenuItem.tsx';
import { icons } from './MoreMenu.tsx';
import { usePageActions } from './page-actions.ts';
import { signOut } from './sign-out.ts';
import * as words from './words.ts';

const opened = [
  { dialog: 'views', icon: Bookmark, ...words.actions.views },
  { dialog: 'columns', icon: Columns3, ...words.actions.columns },
] as const;

/** All that has no room on a phone's page. */
export function MoreSheet({ onClose }: { onClose: () => void }) {
  const { data: session } = useQuery(sessionQuery);
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
              {opened.map(({ dialog, icon, label, hint }) => (
                <MenuItem
                  key={dialog}
                  icon={icon}
                  label={label}
                  hint={hint}
                  onClick={then(() => openDeskDialog(dialog))}
                />
              ))}
              {actions.map(({ id, label, hint, run }) => (
                <MenuItem key={id} icon={icons[id]} label={label} hint={hint} onClick={then(run)} />
              ))}
              <MenuItem icon={theme === 'dark' ? Sun : Moon} label={label} onClick={toggle} />
              {session?.has_sign_in && (
                <MenuItem icon={LogOut} label={bar.signOut} onClick={() => void signOut()} />
              )}
            </ul>
            {session && (
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
