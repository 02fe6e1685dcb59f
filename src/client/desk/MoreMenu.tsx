import { Camera, Ellipsis, Keyboard, ListChecks, Printer } from 'lucide-react';
import { MenuItem } from '../ui/MenuItem.tsx';
import { Popover } from '../ui/Popover.tsx';
import { usePageActions } from './page-actions.ts';
import * as words from './words.ts';

export const icons = { paste: ListChecks, print: Printer, snapshot: Camera, keys: Keyboard };

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
