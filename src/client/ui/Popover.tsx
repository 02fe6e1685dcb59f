import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import type { Elements, HostProps } from '#jsx/jsx-runtime';
import { Button } from './Button.tsx';
import { backCloses } from './back-closes.ts';
import { controlsIn, useControlKeys } from './control-keys.ts';

interface PopoverProps {
  /** The content of the button. */
  trigger: Elements;
  /** The button's name, if its content does not say enough. */
  label?: string | undefined;
  disabled?: boolean;
  /** What the panel is: a menu of nothing but `MenuItem`s, or any controls. */
  kind?: 'menu' | 'dialog';
  children: (close: () => void) => Elements;
}

const gap = 6;

/**
 * A button and the panel it opens: the browser's own popover, so Esc and a click outside close it.
 * The focus goes into the panel, and back to the button. Arrow keys open it, too, and move among its
 * controls.
 */
export function Popover({ trigger, label, disabled, kind = 'dialog', children }: PopoverProps) {
  const id = useId();
  const button = useRef<HTMLSpanElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
  const opener = useRef<string>(null);
  const leaveLayer = useRef<() => void>(null);
  const moveFocus = useControlKeys();
  const hasFocus = () => panel.current?.contains(document.activeElement) ?? false;
  useEffect(() => () => leaveLayer.current?.(), []);

  /** Opens the panel below the button, above a button in the lower half; towards the middle. */
  function place() {
    const anchor = button.current?.getBoundingClientRect();
    if (!anchor || !panel.current) return;
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const isLow = anchor.top + anchor.bottom > height;
    const isLeft = anchor.left + anchor.right < width;
    const { style } = panel.current;
    style[isLow ? 'bottom' : 'top'] = `${(isLow ? height - anchor.top : anchor.bottom) + gap}px`;
    style[isLow ? 'top' : 'bottom'] = 'auto';
    style[isLeft ? 'left' : 'right'] =
      `${Math.max(gap, isLeft ? anchor.left : width - anchor.right)}px`;
    style[isLeft ? 'right' : 'left'] = 'auto';
    style.maxHeight = `${(isLow ? anchor.top : height - anchor.bottom) - 2 * gap}px`;
  }

  /** The width of the panel is known only when it is open. */
  function keepInside() {
    if (!panel.current) return;
    const { style } = panel.current;
    const { left, right, width } = panel.current.getBoundingClientRect();
    const edge = document.documentElement.clientWidth - gap;
    if (left >= gap && right <= edge) return;
    style.left = `${Math.max(gap, Math.min(left, edge - width))}px`;
    style.right = 'auto';
  }

  /** Moves the focus into the panel: in some browsers Tab would lead past it. */
  function enter() {
    keepInside();
    if (hasFocus() || !panel.current) return;
    const isByArrow = opener.current !== null;
    const controls = kind === 'menu' || isByArrow ? controlsIn(panel.current) : [];
    (controls.at(opener.current === 'ArrowUp' ? -1 : 0) ?? panel.current).focus();
  }

  function onButtonKey(event: KeyboardEvent) {
    const isArrow = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    if (!isArrow || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    // The arrow opens a menu. It does not go on to the next line of controls.
    event.stopPropagation();
    opener.current = event.key;
    panel.current?.showPopover();
  }

  function onPanelKey(event: KeyboardEvent) {
    if (moveFocus(event)) event.stopPropagation();
    else if (kind === 'menu' && event.key === 'Tab') {
      event.preventDefault();
      panel.current?.hidePopover();
    }
  }

  /** Gives the focus back to the button: Safari gives a clicked button no focus to return to. */
  function leave() {
    opener.current = null;
    const isElsewhere = document.activeElement !== document.body && !hasFocus();
    if (!hadFocus.current || isElsewhere) return;
    button.current?.querySelector('button')?.focus({ preventScroll: true });
  }

  const panelProps: HostProps<'div'> = {
    ref: panel,
    id,
    popover: 'auto',
    'aria-labelledby': `${id}-button`,
    tabIndex: -1,
    onKeyDown: onPanelKey,
    onBeforeToggle({ newState }) {
      hadFocus.current = hasFocus();
      leaveLayer.current?.();
      if (newState === 'closed') return;
      leaveLayer.current = backCloses(() => panel.current?.hidePopover());
      place();
    },
    onToggle: ({ newState }) => (newState === 'open' ? enter() : leave()),
    className: 'overflow-y-auto outline-none rounded-lg bg-raised p-1.5 text-ink shadow-pop',
    children: children(() => panel.current?.hidePopover()),
  };
  return (
    <span ref={button} className="inline-flex">
      <Button
        id={`${id}-button`}
        popoverTarget={id}
        aria-label={label}
        aria-haspopup={kind}
        disabled={disabled}
        onKeyDown={onButtonKey}
      >
        {trigger}
      </Button>
      {kind === 'menu' ? (
        <div role="menu" {...panelProps} />
      ) : (
        <div role="dialog" {...panelProps} />
      )}
    </span>
  );
}
