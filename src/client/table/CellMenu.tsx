import { Columns2, Copy, ListFilter, PanelRight } from 'lucide-react';
import { FloatingMenu } from '../ui/FloatingMenu.tsx';
import { MenuItem } from '../ui/MenuItem.tsx';
import type { Anchor } from '../ui/place-menu.ts';
import { type CellEntry, entryWords } from './cell-entries.ts';

interface CellMenuProps {
  label: string;
  entries: readonly CellEntry[];
  anchor: Anchor;
  onChoose: (entry: CellEntry) => void;
  onClose: () => void;
  /** The focus has moved elsewhere and must stay there. */
  onLeave: () => void;
}

const icons = {
  narrow: ListFilter,
  copy: Copy,
  open: PanelRight,
  copySelected: Copy,
  compareSelected: Columns2,
};

/** The actions on one cell. */
export function CellMenu({ entries, onChoose, ...menu }: CellMenuProps) {
  return (
    <FloatingMenu {...menu}>
      {entries.map((entry) => {
        const words = entryWords(entry);
        return (
          <MenuItem
            key={words}
            label={words}
            icon={icons[entry.does]}
            onChoose={() => onChoose(entry)}
          />
        );
      })}
    </FloatingMenu>
  );
}
