import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback } from 'react';
import { headerHeight, rowHeight } from './geometry.ts';

const overscan = 12;

/** Which rows of the list are in the document: those in view, some around them, and the kept one. */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, count: number, kept: number) {
  return useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
    scrollMargin: headerHeight,
    scrollPaddingStart: headerHeight,
    // The focused row stays in the document, or scrolling it away would drop the focus.
    rangeExtractor: useCallback(
      (range) => {
        const indexes = defaultRangeExtractor(range);
        if (kept < 0 || kept >= range.count || indexes.includes(kept)) return indexes;
        return [...indexes, kept].sort((a, b) => a - b);
      },
      [kept],
    ),
  });
}
