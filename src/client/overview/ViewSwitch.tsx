import { ChartColumn, History, Table2 } from 'lucide-react';
import type { Elements } from '#jsx/jsx-runtime';
import type { Address } from '../address/address.ts';
import { setAddress, useAddress } from '../address/address-bar.ts';
import { viewChange, viewHref } from '../address/view-href.ts';
import { useSession } from '../list/session-query.ts';
import * as words from '../words/top-bar.ts';
import { isPlainClick } from './is-plain-click.ts';

const views = [
  { show: null, label: words.table, icon: Table2 },
  { show: 'overview', label: words.overview, icon: ChartColumn },
  { show: 'history', label: words.history, icon: History },
] as const;

interface ViewLinkProps {
  show: Address['show'];
  title?: string;
  className: string;
  children: Elements;
}

/** A link to the table, the overview or the history, with the present filters. */
export function ViewLink({ show, children, ...look }: ViewLinkProps) {
  const address = useAddress();
  return (
    <a
      {...look}
      href={viewHref({ show })}
      aria-current={address.show === show ? 'page' : undefined}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        if (address.show !== show) setAddress(viewChange(show), { history: 'push' });
      }}
    >
      {children}
    </a>
  );
}

/** Switches between the table, the overview and, where one is kept, the history. */
export function ViewSwitch() {
  const hasHistory = useSession().data?.has_history ?? false;
  return (
    <nav
      aria-label={words.view}
      className="flex h-7 finger:h-11 rounded-md border border-line p-0.5 finger:p-0"
    >
      {views
        .filter(({ show }) => hasHistory || show !== 'history')
        .map(({ show, label, icon: Icon }) => (
          <ViewLink
            key={label}
            show={show}
            title={label}
            className="inline-flex items-center gap-1.5 rounded px-2 text-muted hover:text-ink aria-[current]:bg-selected aria-[current]:font-medium aria-[current]:text-ink forced-colors:aria-[current]:underline"
          >
            <Icon aria-hidden size={14} />
            <span>{label}</span>
          </ViewLink>
        ))}
    </nav>
  );
}
