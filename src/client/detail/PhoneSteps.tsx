import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type RefObject, useEffect, useEffectEvent } from 'react';
import * as words from '../words/detail.ts';

/** Pixels after which a move counts: aside it is a swipe, down it is a scroll. */
const slack = 12;
/** Pixels aside after which letting go changes the number. */
const farEnough = 64;
/** The edges of the screen are the browser's: there a swipe goes back in its history. */
const edge = 24;

const markedText = () => getSelection()?.toString() ?? '';

const noSwipes = 'input, textarea, select, [role=listbox]';

interface Swipe {
  /** The element that follows the finger. */
  moved: RefObject<HTMLElement | null>;
  /** Null where there is none. */
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
}

/**
 * Leads to the next or the previous number by a swipe over an element, to the left or to the right.
 * The element needs `touch-action: pan-y`, so that the browser leaves it moves aside.
 */
export function useSwipe(
  element: RefObject<HTMLElement | null>,
  isActive: boolean,
  { moved, onPrevious, onNext }: Swipe,
): void {
  const targetOf = useEffectEvent((aside: number) => (aside < 0 ? onNext : onPrevious));

  useEffect(() => {
    const panel = element.current;
    if (!panel || !isActive) return;
    const isStill = matchMedia('(prefers-reduced-motion: reduce)');
    const controller = new AbortController();
    const { signal } = controller;
    let from: { x: number; y: number; pointerId: number; marked: string } | null = null;
    let isSwipe = false;

    function letGo() {
      from = null;
      isSwipe = false;
      moved.current?.style.removeProperty('translate');
    }

    panel.addEventListener(
      'pointerdown',
      ({ pointerType, pointerId, isPrimary, clientX: x, clientY: y, target }) => {
        letGo();
        const isFree = !(target instanceof Element && target.closest(noSwipes));
        const isAtEdge = x < edge || x > innerWidth - edge;
        if (pointerType !== 'mouse' && isPrimary && isFree && !isAtEdge) {
          from = { x, y, pointerId, marked: markedText() };
        }
      },
      { signal },
    );
    panel.addEventListener(
      'pointermove',
      ({ pointerId, clientX, clientY }) => {
        if (from?.pointerId !== pointerId) return;
        const aside = clientX - from.x;
        if (!isSwipe) {
          const isDown = Math.abs(clientY - from.y) > slack;
          // A finger also moves to mark text.
          if (isDown || markedText() !== from.marked) return letGo();
          if (Math.abs(aside) < slack) return;
          isSwipe = true;
        }
        const follows = targetOf(aside) === null ? aside / 6 : aside / 2;
        if (!isStill.matches) moved.current?.style.setProperty('translate', `${follows}px`);
      },
      { signal },
    );
    panel.addEventListener(
      'pointerup',
      ({ pointerId, clientX }) => {
        if (from?.pointerId !== pointerId) return;
        const aside = clientX - from.x;
        const target = isSwipe && Math.abs(aside) >= farEnough ? targetOf(aside) : null;
        letGo();
        target?.();
      },
      { signal },
    );
    panel.addEventListener('pointercancel', letGo, { signal });
    return () => {
      letGo();
      controller.abort();
    };
  }, [element, moved, isActive]);
}

const look =
  'flex h-14 flex-1 items-center gap-1 px-4 max-[359px]:px-2 whitespace-nowrap outline-offset-[-3px] active:bg-hover aria-disabled:text-muted aria-disabled:opacity-50';

interface PhoneStepsProps {
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
}

/** The foot of a number on a phone: the ways to its neighbours, where a thumb reaches them. */
export const PhoneSteps = ({ onPrevious, onNext }: PhoneStepsProps) => (
  <footer data-foot className="flex border-t border-line bg-rail pb-[env(safe-area-inset-bottom)]">
    <button
      type="button"
      aria-disabled={!onPrevious}
      onClick={() => onPrevious?.()}
      className={look}
    >
      <ChevronLeft aria-hidden size={20} />
      <span>{words.previous}</span>
    </button>
    <button
      type="button"
      aria-disabled={!onNext}
      onClick={() => onNext?.()}
      className={`justify-end ${look}`}
    >
      <span>{words.next}</span>
      <ChevronRight aria-hidden size={20} />
    </button>
  </footer>
);
