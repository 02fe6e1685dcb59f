import { Bookmark, ChevronDown } from 'lucide-react';
import { useRef } from 'react';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Popover } from '../../ui/Popover.tsx';
import type { Address } from '../address.ts';
import type { ColumnTaste } from '../table/useColumnTaste.ts';
import { openView } from './open-view.ts';
import { useViews } from './useViews.ts';
import { ViewsPanel } from './ViewsPanel.tsx';
import { saveView } from './views-store.ts';

interface ViewsMenuProps {
  address: Address;
  columns: ColumnTaste;
}

/** The saved views, and whether the one looked at is still as it was saved. */
export function ViewsMenu({ address, columns }: ViewsMenuProps) {
  const views = useViews(address, columns);
  const { active, isModified, current, useMine } = views;
  const root = useRef<HTMLDivElement>(null);
  /** Does something whose button goes away with it. */
  const andFocusMenu = (action: () => void) => () => {
    action();
    root.current?.querySelector('button')?.focus();
  };
  return (
    <div ref={root} className="flex flex-wrap items-center gap-2">
      <Popover
        label={active ? `View ${active.name}` : 'Views'}
        trigger={
          <>
            <Bookmark aria-hidden size={14} />
            <span className="max-w-40 truncate max-[480px]:sr-only">{active?.name ?? 'Views'}</span>
            <ChevronDown aria-hidden size={14} className="max-[480px]:hidden" />
          </>
        }
      >
        {(close) => <ViewsPanel views={views} taste={columns} onClose={close} />}
      </Popover>
      {active && isModified && (
        <>
          <span className="text-warn">Modified:</span>
          <Button
            aria-label={`Save the changes to view ${active.name}`}
            onClick={andFocusMenu(() => {
              saveView({ name: active.name, ...current });
              announce(`Saved view ${active.name}`);
            })}
          >
            Save
          </Button>
          <Button
            aria-label={`Reset to view ${active.name} as saved`}
            onClick={andFocusMenu(() => openView(active, columns))}
          >
            Reset
          </Button>
        </>
      )}
      {useMine && (
        <Button onClick={andFocusMenu(useMine)} title="This link brought its own columns">
          Back to my columns
        </Button>
      )}
    </div>
  );
}
