import { type ReactNode, useId, useRef } from 'react';
import { Button } from './Button.tsx';

interface PopoverProps {
  /** What the button shows. */
  trigger: ReactNode;
  /** The button's name, where what it shows is not enough. */
  label?: string;
  disabled?: boolean;
  children: (close: () => void) => ReactNode;
}

const gap = 6;
/** The widest panel, which has to fit in beside the left edge of a narrow screen. */
const widest = 320;

/** A button and the panel it opens: the browser's own popover, so Esc and a click outside close it. */
export function Popover({ trigger, label, disabled, children }: PopoverProps) {
  const id = useId();
  const button = useRef<HTMLSpanElement>(null);
  const panel = useRef<HTMLDivElement>(null);

  function place() {
    const anchor = button.current?.getBoundingClientRect();
    if (!anchor || !panel.current) return;
    panel.current.style.top = `${anchor.bottom + gap}px`;
    const { clientWidth } = document.documentElement;
    const right = Math.min(clientWidth - anchor.right, clientWidth - widest - gap);
    panel.current.style.right = `${Math.max(gap, right)}px`;
    panel.current.style.maxHeight = `calc(100dvh - ${anchor.bottom + 2 * gap}px)`;
  }

  /** Its width is known only once it is open. */
  function keepInside() {
    const left = panel.current?.getBoundingClientRect().left ?? gap;
    if (!panel.current || left >= gap) return;
    panel.current.style.right = `${Number.parseFloat(panel.current.style.right) - gap + left}px`;
  }

  return (
    <span ref={button} className="inline-flex">
      <Button popoverTarget={id} aria-label={label} aria-haspopup="dialog" disabled={disabled}>
        {trigger}
      </Button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        onBeforeToggle={place}
        onToggle={({ newState }) => newState === 'open' && keepInside()}
        className="overflow-y-auto rounded-lg bg-raised p-1.5 text-ink shadow-pop"
      >
        {children(() => panel.current?.hidePopover())}
      </div>
    </span>
  );
}
