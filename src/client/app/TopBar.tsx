import { useQuery } from '@tanstack/react-query';
import { Moon, Sun } from 'lucide-react';
import { shortenMiddle } from '../lib/shorten.ts';
import { numberQueries } from '../numbers/queries.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useTheme } from './useTheme.ts';

function Mark() {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className="size-6 shrink-0">
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <path
        d="M12.6 8 11 24M21 8l-1.6 16M8.5 13h15.700M7.800 19h15.700"
        className="stroke-on-accent"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
    </svg>
  );
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
    </header>
  );
}
