import { useId, useRef } from 'react';
import type { Elements } from '#jsx/jsx-runtime';
import { Button } from './Button.tsx';

interface PopoverProps {
  /** The content of the button. */
  trigger: Elements;
  /** The button's name, if its content does not say enough. */
  label?: string | undefined;
  disabled?: boolean;
  children: (close: () => void) => Elements;
}

const gap = 6;

/**
 * A button and the panel it opens: the browser's own popover, so Esc and a click outside close it.
 * The focus goes into the panel, and back to the button.
 */
export function Popover({ trigger, label, disabled, children }: PopoverProps) {
  const id = useId();
  const button = useRef<HTMLSpanElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
  const hasFocus = () => panel.current?.contains(document.activeElement) ?? false;

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
    if (!hasFocus()) panel.current?.focus();
  }

  /** Gives the focus back to the button: Safari gives a clicked button no focus to return to. */
  function leave() {
    const isElsewhere = document.activeElement !== document.body && !hasFocus();
    if (!hadFocus.current || isElsewhere) return;
    button.current?.querySelector('button')?.focus({ preventScroll: true });
  }

  return (
    <span ref={button} className="inline-flex">
      <Button
        id={`${id}-button`}
        popoverTarget={id}
        aria-label={label}
        aria-haspopup="dialog"
        disabled={disabled}
      >
        {trigger}
      </Button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-labelledby={`${id}-button`}
        tabIndex={-1}
        onBeforeToggle={({ newState }) => {
          hadFocus.current = hasFocus();
          if (newState === 'open') place();
        }}
        onToggle={({ newState }) => (newState === 'open' ? enter() : leave())}
        className="overflow-y-auto outline-none rounded-lg bg-raised p-1.5 text-ink shadow-pop"
      >
        {children(() => panel.current?.hidePopover())}
      </div>
    </span>
  );
}
