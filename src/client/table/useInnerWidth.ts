import { type RefObject, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** The width for the content of an element, beside its scroll bar. */
export const innerWidthOf = (element: HTMLElement) =>
  element.clientWidth - Number.parseFloat(getComputedStyle(element).paddingRight);

/**
 * The width for the content of an element, beside its scroll bar, known before the first paint.
 *
 * @param element null while nobody needs its width.
 * @returns null before it was measured.
 */
export function useInnerWidth(element: RefObject<HTMLElement | null> | null): number | null {
  const [width, setWidth] = useState<number | null>(null);
  useLayoutEffect(() => {
    const measured = element?.current;
    if (!measured) return;
    setWidth(innerWidthOf(measured));
    const observer = new ResizeObserver(() => {
      // Drawn before this frame is painted, so that columns never lag behind their table.
      flushSync(() => setWidth(innerWidthOf(measured)));
    });
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
