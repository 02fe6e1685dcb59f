import { type RefObject, useLayoutEffect, useState } from 'react';
import { innerWidthOf } from './useInnerWidth.ts';

/** The room that a table has on an ordinary page, beside the rail and a scroll bar. */
function likelyRoom(): number {
  const probe = document.createElement('div');
  probe.className = 'rail-width invisible absolute h-12 overflow-scroll';
  document.body.append(probe);
  const { offsetWidth, offsetHeight, clientHeight } = probe;
  probe.remove();
  return innerWidth - offsetWidth - (offsetHeight - clientHeight);
}

/**
 * Gives the columns their widths as soon as their table is measured, and with every change of its width:
 * before a frame is painted, and without drawing a row again. The first widths are those that the table
 * most likely gets, or all cells would be laid out twice before the first row is seen.
 *
 * @param properties the custom properties of the widths in a room of so many pixels.
 * @returns the properties to begin with.
 */
export function useFittedColumns(
  element: RefObject<HTMLElement | null>,
  properties: (room: number) => Record<`--${string}`, string>,
) {
  useLayoutEffect(() => {
    const fitted = element.current;
    if (!fitted) return;
    const setWidths = () => {
      const all = Object.entries(properties(innerWidthOf(fitted)));
      for (const [name, value] of all) fitted.style.setProperty(name, value);
    };
    setWidths();
    const observer = new ResizeObserver(setWidths);
    observer.observe(fitted);
    return () => observer.disconnect();
  }, [element, properties]);
  return useState(() => properties(likelyRoom()))[0];
}
