import { type RefObject, useLayoutEffect } from 'react';
import { innerWidthOf } from './useInnerWidth.ts';

/**
 * Gives the columns their widths as soon as their table is measured, and with every change of its width:
 * before a frame is painted, and without drawing a row again. Cells get their style with the first widths
 * only, or they would all get it twice.
 *
 * @param properties the custom properties of the widths in a room of so many pixels.
 */
export function useFittedColumns(
  element: RefObject<HTMLElement | null>,
  properties: (room: number) => Record<`--${string}`, string>,
) {
  useLayoutEffect(() => {
    const fitted = element.current;
    if (!fitted) return;
    const setWidths = () => {
      const all = { ...properties(innerWidthOf(fitted)), '--cells': 'visible' };
      for (const [name, value] of Object.entries(all)) fitted.style.setProperty(name, value);
    };
    setWidths();
    const observer = new ResizeObserver(setWidths);
    observer.observe(fitted);
    return () => observer.disconnect();
  }, [element, properties]);
}
