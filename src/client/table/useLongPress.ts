import { useEffect, useRef } from 'react';
import { rowOf } from './grid-hit.ts';
import { type Grid, useGridTool } from './useGrid.ts';

const longMs = 500;
/** A finger that moves farther scrolls. */
const slack = 10;

interface LongPress {
  grid: Grid;
  /** Whether a tap does what a long press does, because rows are being selected. */
  isTapEnough: boolean;
  onPress: (row: number) => void;
}

/** Tells of a row that a finger or a pen presses long, and of taps once rows are being selected. */
export function useLongPress({ grid, isTapEnough, onPress }: LongPress): void {
  const press = useRef<{ row: number; x: number; y: number } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** Whether the present press was long; the click that may follow opens nothing. */
  const wasLong = useRef(false);

  function stop() {
    clearTimeout(timer.current);
    press.current = null;
  }
  function takePress() {
    const row = press.current?.row;
    stop();
    if (row === undefined) return;
    wasLong.current = true;
    onPress(row);
  }
  const latest = useRef(takePress);
  useEffect(() => {
    latest.current = takePress;
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  useGridTool(grid, 'press', {
    pointerdown({ pointerType, isPrimary, clientX: x, clientY: y }, hit) {
      stop();
      wasLong.current = false;
      const row = rowOf(hit);
      if (pointerType === 'mouse' || !isPrimary || row < 0) return;
      press.current = { row, x, y };
      timer.current = setTimeout(() => latest.current(), longMs);
    },
    pointermove({ clientX, clientY }) {
      const { x, y } = press.current ?? { x: clientX, y: clientY };
      if (Math.hypot(clientX - x, clientY - y) > slack) stop();
    },
    pointerup: stop,
    pointercancel: stop,
    // Some browsers decide themselves what a long press is, and tell so.
    contextmenu(event) {
      if (press.current === null && !wasLong.current) return false;
      event.preventDefault();
      takePress();
      return true;
    },
    click(event, hit) {
      const row = rowOf(hit);
      if (wasLong.current) {
        wasLong.current = false;
        event.preventDefault();
        return true;
      }
      if (!isTapEnough || row < 0 || event.shiftKey || event.ctrlKey || event.metaKey) return false;
      onPress(row);
      return true;
    },
  });
}
