import { Copy, ListFilter } from 'lucide-react';
import { type KeyboardEvent, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { type CellEntry, entryWords } from './cell-entries.ts';
import { type Anchor, placeMenu } from './place-menu.ts';

interface CellMenuProps {
  label: string;
  entries: readonly CellEntry[];
  anchor: Anchor;
  onChoose: (entry: CellEntry) => void;
  onClose: () => void;
  /** The focus has moved elsewhere and must stay there. */
  onLeave: () => void;
}

const icons = { narrow: ListFilter, copy: Copy };

/** The actions on one cell. The menu has the focus while it is open. */
export function CellMenu({ label, entries, anchor, onChoose, onClose, onLeave }: CellMenuProps) {
  const menu = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = menu.current;
    if (!element) return;
    if (!element.matches(':popover-open')) element.showPopover();
    const { width, height } = element.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const place = placeMenu(
      anchor,
      { width, height },
      { width: clientWidth, height: clientHeight },
    );
    element.style.left = `${place.left}px`;
    element.style.top = `${place.top}px`;
    element.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }, [anchor]);

  const close = useEffectEvent(onClose);
  useEffect(() => {
    const controller = new AbortController();
    const options = { signal: controller.signal, passive: true };
    addEventListener('wheel', () => close(), options);
    addEventListener('resize', () => close(), options);
    return () => controller.abort();
  }, []);

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')];
    const at = items.findIndex((item) => item.matches(':focus'));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) items.at(to % items.length)?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div
      ref={menu}
      // Not one that closes by itself: a right click shows it before the button is let go, which
      // would count as a click outside.
      popover="manual"
      role="menu"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => event.preventDefault()}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (document.hasFocus() && !currentTarget.contains(relatedTarget)) onLeave();
      }}
      className="max-w-84 min-w-40 rounded-lg bg-raised p-1 text-ink shadow-pop"
    >
      {entries.map((entry) => {
        const Icon = icons[entry.does];
        const words = entryWords(entry);
        return (
          <button
            key={words}
            type="button"
            role="menuitem"
            tabIndex={-1}
            title={words}
            onClick={() => onChoose(entry)}
            className="flex w-full items-center gap-2 rounded-md px-2.5 py-1.5 text-left hover:bg-hover focus:bg-hover"
          >
            <Icon aria-hidden size={13} className="shrink-0 text-muted" />
            <bdi className="truncate">{words}</bdi>
          </button>
        );
      })}
    </div>
  );
}
