import { Bookmark, ChevronDown } from 'lucide-react';
import { useRef } from 'react';
import type { Address } from '../address/address.ts';
import type { ColumnTaste } from '../table/useColumnTaste.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Popover } from '../ui/Popover.tsx';
import { showToast } from '../ui/toast.ts';
import { openView } from './open-view.ts';
import { useViews } from './useViews.ts';
import { ViewsPanel } from './ViewsPanel.tsx';
import { saveView } from './views-store.ts';
import * as words from './words.ts';

interface ViewsMenuProps {
  address: Address;
  columns: ColumnTaste;
}

interface ViewChangesProps {
  views: ReturnType<typeof useViews>;
  columns: ColumnTaste;
  /** Called before the button leaves that was pressed. */
  onDone?: () => void;
}

/** Says that the active view was changed, and keeps or undoes the changes. */
function ViewChanges({ views, columns, onDone }: ViewChangesProps) {
  const { active, isModified, current, backToMine } = views;
  return (
    <>
      {active && isModified && (
        <>
          <span className="text-warn">{words.modified}</span>
          <Button
            aria-label={words.saveChanges(active.name)}
            onClick={() => {
              onDone?.();
              const { name } = active;
              const { isKept, undo } = saveView({ name, ...current });
              showToast({ text: words.saved(name, isKept), undo });
            }}
          >
            {words.save}
          </Button>
          <Button
            aria-label={words.resetTo(active.name)}
            onClick={() => {
              onDone?.();
              openView(active, columns);
            }}
          >
            {words.reset}
          </Button>
        </>
      )}
      {backToMine && (
        <Button
          title={words.linkBroughtColumns}
          onClick={() => {
            onDone?.();
            backToMine();
          }}
        >
          {words.backToMyColumns}
        </Button>
      )}
    </>
  );
}

interface ViewsSheetProps extends ViewsMenuProps {
  isOpen: boolean;
  onClose: () => void;
}

/** The saved views of a phone. Also while it is closed, it takes a view or columns from a link. */
export function ViewsSheet({ address, columns, isOpen, onClose }: ViewsSheetProps) {
  const views = useViews(address, columns);
  if (!isOpen) return null;
  return (
    <Dialog title={words.views} isSheet onClose={onClose}>
      {(close) => (
        <div className="px-3 pb-4">
          <div className="flex flex-wrap items-center gap-2 px-2 empty:hidden">
            <ViewChanges views={views} columns={columns} />
          </div>
          <ViewsPanel views={views} taste={columns} onClose={close} />
        </div>
      )}
    </Dialog>
  );
}

/** The menu of saved views. It says whether the active view was changed. */
export function ViewsMenu({ address, columns }: ViewsMenuProps) {
  const views = useViews(address, columns);
  const { active } = views;
  const menu = useRef<HTMLDivElement>(null);
  return (
    <div ref={menu} className="flex flex-wrap items-center gap-2">
      <Popover
        label={active ? words.view(active.name) : words.views}
        trigger={
          <>
            <Bookmark aria-hidden size={14} />
            <span
              translate={active ? 'no' : 'yes'}
              className="max-w-40 truncate max-[480px]:sr-only"
            >
              {active?.name ?? words.views}
            </span>
            <ChevronDown aria-hidden size={14} className="max-[480px]:hidden" />
          </>
        }
      >
        {(close) => <ViewsPanel views={views} taste={columns} onClose={close} />}
      </Popover>
      <ViewChanges
        views={views}
        columns={columns}
        onDone={() => menu.current?.querySelector('button')?.focus()}
      />
    </div>
  );
}
