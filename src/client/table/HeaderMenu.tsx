import { useAddress } from '../address/address-bar.ts';
import { type ColumnId, columnLabel } from '../fields/columns.tsx';
import { FloatingMenu } from '../ui/FloatingMenu.tsx';
import { MenuItem } from '../ui/MenuItem.tsx';
import type { Anchor } from '../ui/place-menu.ts';
import { type HeaderAction, headerEntries } from './header-entries.ts';
import type { ColumnTaste } from './useColumnTaste.ts';
import { headerMenu as words } from './words.ts';

interface HeaderMenuProps {
  column: ColumnId;
  /** The present width of the column in pixels. */
  width: number;
  columns: ColumnTaste;
  anchor: Anchor;
  onChoose: (action: HeaderAction) => void;
  onClose: () => void;
  onLeave: () => void;
}

/** The actions on one column. */
export function HeaderMenu({ column, width, columns, onChoose, ...menu }: HeaderMenuProps) {
  const { sort } = useAddress();
  const groups = headerEntries({ id: column, width }, columns.taste, columns.shown, sort);
  return (
    <FloatingMenu label={words.column(columnLabel(column))} {...menu}>
      {groups.map(({ title, entries }) => (
        <div
          key={title}
          role="group"
          aria-label={title}
          className="border-line not-first:mt-1 not-first:border-t not-first:pt-1"
        >
          {entries.map(({ does, ...entry }) => (
            <MenuItem key={does} {...entry} isIndented onChoose={() => onChoose(does)} />
          ))}
        </div>
      ))}
    </FloatingMenu>
  );
}
