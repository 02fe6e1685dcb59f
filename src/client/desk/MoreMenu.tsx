import { Ellipsis, Keyboard, ListChecks, Printer } from 'lucide-react';
import { Popover } from '../ui/Popover.tsx';
import { usePageActions } from './page-actions.ts';
import * as words from './words.ts';

const icons = { paste: ListChecks, print: Printer, keys: Keyboard };

/** The actions of the palette, for a person who does not know the palette. */
export function MoreMenu() {
  const pageActions = usePageActions();
  return (
    <Popover label={words.more} trigger={<Ellipsis aria-hidden size={14} />}>
      {(close) => (
        <ul className="grid w-76 max-w-[calc(100vw-1.5rem)]">
          {pageActions.map(({ id, label, hint, run }) => {
            const Icon = icons[id];
            return (
              <li key={id}>
                <button
                  type="button"
                  onClick={() => {
                    close();
                    run();
                  }}
                  className="flex w-full items-start gap-2.5 rounded-md px-2.5 py-1.5 text-left hover:bg-hover"
                >
                  <Icon aria-hidden size={14} className="mt-0.5 shrink-0 text-muted" />
                  <span>
                    <span>{label}</span>
                    <span className="block text-xs text-muted">{hint}</span>
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </Popover>
  );
}
