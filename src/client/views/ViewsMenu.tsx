import { Bookmark, ChevronDown } from 'lucide-react';
import type { Address } from '../address/address.ts';
import type { ColumnTaste } from '../table/useColumnTaste.ts';
import { Button } from '../ui/Button.tsx';
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

/** The menu of saved views. It says whether the active view was changed. */
export function ViewsMenu({ address, columns }: ViewsMenuProps) {
  const views = useViews(address, columns);
  const { active, isModified, current, useMine } = views;
  return (
    <div className="flex flex-wrap items-center gap-2">
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
      {active && isModified && (
        <>
          <span className="text-warn">{words.modified}</span>
          <Button
            aria-label={words.saveChanges(active.name)}
            onClick={() => {
              const { name } = active;
              const { isKept, undo } = saveView({ name, ...current });
              showToast({ text: words.saved(name, isKept), undo });
            }}
          >
            {words.save}
          </Button>
          <Button aria-label={words.resetTo(active.name)} onClick={() => openView(active, columns)}>
            {words.reset}
          </Button>
        </>
      )}
      {useMine && (
        <Button onClick={useMine} title={words.linkBroughtColumns}>
          {words.backToMine}
        </Button>
      )}
    </div>
  );
}
