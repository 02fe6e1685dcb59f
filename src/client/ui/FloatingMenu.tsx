import { type KeyboardEvent, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { Elements } from '#jsx/jsx-runtime';
import { controlsIn, useControlKeys } from './control-keys.ts';
import { type Anchor, placeMenu } from './place-menu.ts';

interface FloatingMenuProps {
  label: string;
  anchor: Anchor;
  onClose: () => void;
  /** The focus has moved elsewhere and must stay there. */
  onLeave: () => void;
  children: Elements;
}

/** A menu at a point or an element of the page. It has the focus while it is open. */
export function FloatingMenu({ label, anchor, onClose, onLeave, children }: FloatingMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const moveFocus = useControlKeys();

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
    controlsIn(element)[0]?.focus();
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
    if (!moveFocus(event)) {
      if (event.key !== 'Escape' && event.key !== 'Tab') return;
      onClose();
    }
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
      {children}
    </div>
  );
}
