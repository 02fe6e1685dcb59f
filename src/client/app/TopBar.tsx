import { useQuery } from '@tanstack/react-query';
import { LogOut, Moon, Sun } from 'lucide-react';
import { routes } from '#contract/routes.ts';
import { deleteAt } from '../lib/api.ts';
import { shortenMiddle } from '../lib/shorten.ts';
import { numberQueries } from '../numbers/queries.ts';
import { announce } from '../ui/announce.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Mark } from './Mark.tsx';
import { useTheme } from './useTheme.ts';

/** Ends the session, then leaves nothing of the inventory in this page: not in memory, not in its address. */
async function signOut() {
  await deleteAt(routes.session).catch(() => announce('Signing out failed'));
  location.replace('/');
}

/** Whose numbers these are, and whether they are real. */
export function TopBar() {
  const { data: session } = useQuery(numberQueries.session());
  const { theme, toggle } = useTheme();
  const isDark = theme === 'dark';
  return (
    <header className="flex h-12 shrink-0 items-center gap-3 border-b border-line px-4">
      <Mark />
      <span className="font-semibold whitespace-nowrap">Rented numbers</span>
      {session && (
        <>
          <span className="hidden h-7 items-center gap-0.5 rounded-full border border-line pr-0.5 pl-3 text-muted sm:inline-flex">
            <span title={session.account_sid}>{shortenMiddle(session.account_sid, 14)}</span>
            <CopyButton text={session.account_sid} what="account SID" />
          </span>
          <span
            className={`rounded-full px-3 py-1 text-xs whitespace-nowrap ${session.source === 'sandbox' ? 'bg-warn-soft text-warn' : 'bg-accent-soft text-accent'}`}
          >
            {session.source === 'sandbox' ? 'Sandbox data' : 'Live'}
          </span>
        </>
      )}
      <IconButton
        label={isDark ? 'Use the light theme' : 'Use the dark theme'}
        onClick={toggle}
        className="ml-auto"
      >
        {isDark ? <Sun aria-hidden size={16} /> : <Moon aria-hidden size={16} />}
      </IconButton>
      {session?.has_sign_in && (
        <IconButton label="Sign out" onClick={() => void signOut()}>
          <LogOut aria-hidden size={16} />
        </IconButton>
      )}
    </header>
  );
}
