import { type RefObject, useEffect } from 'react';
import type { Heights } from './geometry.ts';

/**
 * Scrolls to a row, and keeps it in view when the room for rows gets smaller. A row that the reader
 * has scrolled away from stays away.
 *
 * @param index the row, or -1.
 */
export function useKeepRowVisible(
  scroller: RefObject<HTMLElement | null>,
  index: number,
  { header, row }: Heights,
  scrollTo: (index: number) => void,
) {
  useEffect(() => {
    const element = scroller.current;
    if (!element || index < 0) return;
    scrollTo(index);
    let height = element.clientHeight;
    const observer = new ResizeObserver(() => {
      const top = index * row - element.scrollTop;
      const wasInView = top >= 0 && header + top + row <= height;
      height = element.clientHeight;
      if (wasInView) scrollTo(index);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, index, header, row, scrollTo]);
}
