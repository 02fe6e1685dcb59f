import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import type { Run } from './month-run.ts';

const pageStep = 12;

/** The index that a key leads to, or null for a key that does not move. */
export function stepFrom(at: number, key: string, count: number): number | null {
  const steps: Record<string, number> = {
    ArrowRight: 1,
    ArrowUp: 1,
    ArrowLeft: -1,
    ArrowDown: -1,
    PageUp: pageStep,
    PageDown: -pageStep,
    Home: -count,
    End: count,
  };
  const step = steps[key];
  return step === undefined ? null : Math.min(Math.max(at + step, 0), count - 1);
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
      onKeyDown(event: KeyboardEvent) {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const next = stepFrom(at, event.key, count);
        setIsAtBars(true);
        if (next !== null) {
          if (!event.shiftKey) setAnchor(null);
          else if (anchor === null) setAnchor(at);
          setActive(next);
        } else if (event.key === 'Enter' || event.key === ' ') {
          finish(draft ?? { from: at, to: at });
        } else if (event.key === 'Escape') finish(null);
        else return;
        event.preventDefault();
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
