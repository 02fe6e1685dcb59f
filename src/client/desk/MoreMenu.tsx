import { Ellipsis, Keyboard, ListChecks, Printer } from 'lucide-react';
import { Popover } from '../ui/Popover.tsx';
import { MenuItem } from './MenuItem.tsx';
import { usePageActions } from './page-actions.ts';
import * as words from './words.ts';

export const icons = { paste: ListChecks, print: Printer, keys: Keyboard };

/** The actions of the palette, for a person who does not know the palette. */
export function MoreMenu() {
  const pageActions = usePageActions();
  return (
    <Popover label={words.more} trigger={<Ellipsis aria-hidden size={14} />}>
      {(close) => (
        <ul className="grid w-76 max-w-[calc(100vw-1.5rem)]">
          {pageActions.map(({ id, label, hint, run }) => {
            return (
              <MenuItem
                key={id}
                icon={icons[id]}
                label={label}
                hint={hint}
                onClick={() => {
                  close();
                  run();
                }}
              />
            );
          })}
        </ul>
      )}
    </Popover>
  );
}
