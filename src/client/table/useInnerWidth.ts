import { type RefObject, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

const innerWidthOf = (element: HTMLElement) =>
  element.clientWidth - Number.parseFloat(getComputedStyle(element).paddingRight);

/** The width for the content of an element, beside its scroll bar, known before the first paint. */
export function useInnerWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(innerWidth);
  useLayoutEffect(() => {
    const measured = element.current;
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
