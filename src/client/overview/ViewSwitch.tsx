import { ChartColumn, Table2 } from 'lucide-react';
import type { MouseEvent } from 'react';
import { setAddress, useAddress } from '../address/address-bar.ts';
import { viewHref } from '../address/query-string.ts';
import * as words from '../words/top-bar.ts';

const views = [
  { show: null, label: words.table, icon: Table2 },
  { show: 'overview', label: words.overview, icon: ChartColumn },
] as const;

const isPlainClick = (event: MouseEvent) =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

/** Switches between the table and the overview. */
export function ViewSwitch() {
  const address = useAddress();
  return (
    <nav aria-label={words.view} className="flex h-7 rounded-md border border-line p-0.5">
      {views.map(({ show, label, icon: Icon }) => (
        <a
          key={label}
          href={viewHref({ show })}
          title={label}
          aria-current={address.show === show ? 'page' : undefined}
          onClick={(event) => {
            if (!isPlainClick(event)) return;
            event.preventDefault();
            if (address.show !== show) setAddress({ show, open: null }, { history: 'push' });
          }}
          className="inline-flex items-center gap-1.5 rounded px-2 text-muted hover:text-ink aria-[current]:bg-selected aria-[current]:font-medium aria-[current]:text-ink forced-colors:aria-[current]:underline"
        >
          <Icon aria-hidden size={14} />
          <span className="max-sm:sr-only">{label}</span>
        </a>
      ))}
    </nav>
  );
}
