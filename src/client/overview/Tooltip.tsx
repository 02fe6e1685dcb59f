import { useEffect, useEffectEvent, useState } from 'react';

interface TooltipContent {
  title: string;
  detail: string;
  /** The place in the positioned element around, in percent. */
  x: number;
  y: number;
  /** Beside is to the left or the right, where there is more room; the pointer goes through. */
  side: 'above' | 'below' | 'beside';
}

interface TooltipProps {
  id: string;
  /** The key of the thing with the pointer or the focus. */
  wanted: string | null;
  contentOf: (key: string) => TooltipContent;
  /** How long the pointer may cross other things on its way to the tooltip. */
  crossingMs?: number;
}

/** How long a tooltip waits for the pointer to reach it. */
const graceMs = 250;

/** The thing whose tooltip shows: a little behind the pointer, and none after Escape. */
function useShown(wanted: string | null, crossingMs: number) {
  const [current, setCurrent] = useState<string | null>(null);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const [isOver, setIsOver] = useState(false);
  const shown = current === dismissed ? null : current;

  const waitMs = shown === null ? 0 : wanted === null ? graceMs : crossingMs;
  useEffect(() => {
    if (wanted === current || isOver) return;
    const timer = setTimeout(() => {
      setCurrent(wanted);
      setDismissed(null);
    }, waitMs);
    return () => clearTimeout(timer);
  }, [wanted, current, isOver, waitMs]);

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // Nothing but the tooltip closes.
    event.preventDefault();
    event.stopPropagation();
    setDismissed(current);
    setIsOver(false);
  });
  const isShown = shown !== null;
  useEffect(() => {
    if (!isShown) return;
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  }, [isShown]);

  return { shown, setIsOver };
}

const within = (share: number) => Math.min(Math.max(share, 0), 100);

const gap = '0.5rem';

/** Above or below, it is moved left by as much of its width as its place is to the right. */
function placed({ x, y, side }: Pick<TooltipContent, 'x' | 'y' | 'side'>) {
  const left = within(x);
  const top = `${within(y)}%`;
  if (side !== 'beside') {
    const transform = `translate(${-left}%, ${side === 'above' ? -100 : 0}%)`;
    return { left: `${left}%`, top, transform };
  }
  const isRight = left < 50;
  return {
    [isRight ? 'left' : 'right']: `calc(${isRight ? left : 100 - left}% + ${gap})`,
    top,
    maxWidth: `calc(${isRight ? 100 - left : left}% - ${gap})`,
  };
}

const looks = { above: '-mt-2', below: 'mt-2', beside: 'pointer-events-none' };

/**
 * The tooltip of a picture, which it never leaves to the side. It stays while the pointer is on it,
 * and closes on Escape.
 */
export function Tooltip({ id, wanted, contentOf, crossingMs = 0 }: TooltipProps) {
  const { shown, setIsOver } = useShown(wanted, crossingMs);
  if (shown === null) return null;
  const { title, detail, ...place } = contentOf(shown);
  return (
    <div
      role="tooltip"
      id={id}
      onPointerEnter={() => setIsOver(true)}
      onPointerLeave={() => setIsOver(false)}
      className={`absolute z-10 grid w-max max-w-full rounded-md bg-raised px-2.5 py-1.5 text-xs text-ink shadow-pop forced-colors:border ${looks[place.side]}`}
      style={placed(place)}
    >
      <strong className="font-semibold">
        <bdi>{title}</bdi>
      </strong>
      <span className="text-muted">{detail}</span>
    </div>
  );
}
