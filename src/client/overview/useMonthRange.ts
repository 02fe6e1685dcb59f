import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { type ActionOf, runShortcut, shortcutAction } from '../lib/shortcut.ts';
import type { Run } from './month-run.ts';
import { monthChoiceKeys, monthMoveKeys } from './picture-keys.ts';

type Move = ActionOf<typeof monthMoveKeys>;

const year = 12;

/** The index that a move leads to. */
export function stepFrom(at: number, move: Move, count: number): number {
  const steps: Record<Move, number> = {
    next: 1,
    previous: -1,
    nextYear: year,
    previousYear: -year,
    first: -count,
    last: count,
  };
  return Math.min(Math.max(at + steps[move], 0), count - 1);
}

/**
 * Chooses a run of bars by dragging, or with arrow keys, Shift and Enter.
 *
 * @param onChoose called with null when the choice is undone.
 */
export function useMonthRange(count: number, onChoose: (run: Run | null) => void) {
  const [active, setActive] = useState<number | null>(null);
  /** The index at which the run being chosen began. */
  const [anchor, setAnchor] = useState<number | null>(null);
  const [isDragging, setIsDragging] = useState(false);
  /** Whether the pointer or the keys are at the bars, and not only a focus that a click has left. */
  const [isAtBars, setIsAtBars] = useState(false);
  const at = Math.min(active ?? count - 1, count - 1);
  const draft: Run | null =
    anchor === null ? null : { from: Math.min(anchor, at), to: Math.max(anchor, at) };

  function placeOf({ currentTarget, clientX }: PointerEvent<HTMLElement>) {
    const { left, width } = currentTarget.getBoundingClientRect();
    return Math.min(Math.max(Math.floor((count * (clientX - left)) / width), 0), count - 1);
  }

  function finish(run: Run | null) {
    setAnchor(null);
    setIsDragging(false);
    onChoose(run);
  }

  return {
    at,
    isActive: active !== null && isAtBars,
    draft,
    props: {
      onKeyDown({ nativeEvent: event }: KeyboardEvent) {
        setIsAtBars(true);
        const move = shortcutAction(monthMoveKeys, event);
        if (move !== null) {
          event.preventDefault();
          if (!event.shiftKey) setAnchor(null);
          else if (anchor === null) setAnchor(at);
          setActive(stepFrom(at, move, count));
          return;
        }
        runShortcut(monthChoiceKeys, event, {
          choose: () => finish(draft ?? { from: at, to: at }),
          giveUp: () => finish(null),
        });
      },
      onFocus() {
        setActive(at);
        setIsAtBars(true);
      },
      onBlur() {
        setActive(null);
        setAnchor(null);
      },
      onPointerDown(event: PointerEvent<HTMLElement>) {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setIsDragging(true);
        setAnchor(placeOf(event));
        setActive(placeOf(event));
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        if (!isDragging && event.pointerType !== 'mouse') return;
        setActive(placeOf(event));
        setIsAtBars(true);
      },
      onPointerLeave({ currentTarget }: PointerEvent<HTMLElement>) {
        if (isDragging || currentTarget.matches(':focus-visible')) return;
        setIsAtBars(false);
        if (currentTarget !== document.activeElement) setActive(null);
      },
      onPointerUp() {
        if (isDragging && draft) finish(draft);
      },
      onPointerCancel() {
        setIsDragging(false);
        setAnchor(null);
      },
    },
  };
}
