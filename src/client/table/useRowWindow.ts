import {
  type RefObject,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react';
import type { Heights } from './geometry.ts';
import { setScrollTop } from './useKeepPlace.ts';

/** Rows in view: the index of the first, and how many there is room for. */
interface RowSpan {
  first: number;
  visible: number;
  /** How many more rows are drawn above and below. */
  overscan: number;
}

/** Extra rows on each side, in view when the reader scrolls faster than rows are drawn. */
const restingOverscan = 12;

/**
 * How many rows to draw around the visible ones after the first visible row has changed. A fling
 * gets none: its next frame shows other rows, and drawing extra rows would only delay that frame.
 */
export const overscanAfter = (from: number, to: number) =>
  Math.abs(to - from) > 2 * restingOverscan ? 0 : restingOverscan;

interface RowWindow {
  /** The rows in view, from the first to before the last. */
  seenFrom: number;
  seenTo: number;
  /** Visible rows and the extra rows around them, which are neighbours in the document. */
  from: number;
  to: number;
  /** Indexes of all rows in the document, ascending: this span and the kept row. */
  indexes: number[];
}

/**
 * The rows of the document: a span with some rows around it, and one kept row anywhere in the list.
 *
 * @param kept the index of the kept row, or -1.
 */
export function rowsInWindow(
  { first, visible, overscan }: RowSpan,
  count: number,
  kept: number,
): RowWindow {
  const seenFrom = Math.max(0, Math.min(first, count - visible));
  const seenTo = Math.min(count, first + visible);
  const from = Math.max(0, seenFrom - overscan);
  const to = Math.min(count, seenTo + overscan);
  const indexes = Array.from({ length: to - from }, (_, at) => from + at);
  if (kept >= 0 && kept < from) indexes.unshift(kept);
  if (kept >= to && kept < count) indexes.push(kept);
  return { seenFrom, seenTo, from, to, indexes };
}

/** The height of the bars over and below the rows, in pixels, on the largest and on the smallest screen. */
const barsHeight = 160;

/** After so long without a scroll event a fling is over. */
const restsAfterMs = 100;

/** Follows the visible part of a scroller's rows by its events; layout is read in event handlers only. */
function createSpanStore(rowHeight: number) {
  // Before the first measurement, which draws the rows that are missing before they would be seen.
  let span: RowSpan = {
    first: 0,
    visible: Math.ceil((innerHeight - barsHeight) / rowHeight) + 1,
    overscan: 0,
  };
  let follow: (() => void) | undefined;
  return {
    get: () => span,
    subscribe(changed: () => void) {
      follow = changed;
      return () => {
        follow = undefined;
      };
    },
    watch(element: HTMLElement, headerHeight: number, rowHeight: number) {
      let resting: ReturnType<typeof setTimeout> | undefined;
      const look = () => {
        const first = Math.floor(element.scrollTop / rowHeight);
        const visible = Math.ceil((element.clientHeight - headerHeight) / rowHeight) + 1;
        const overscan = overscanAfter(span.first, first);
        clearTimeout(resting);
        if (overscan === 0) resting = setTimeout(look, restsAfterMs);
        if (first === span.first && visible === span.visible && overscan === span.overscan) return;
        span = { first, visible, overscan };
        // A store's change is rendered before this frame is painted, so that no row is ever blank.
        follow?.();
      };
      const resized = new ResizeObserver(look);
      resized.observe(element);
      element.addEventListener('scroll', look, { passive: true });
      look();
      return () => {
        clearTimeout(resting);
        resized.disconnect();
        element.removeEventListener('scroll', look);
      };
    },
  };
}

/**
 * The rows of the list that stand in the document: the visible ones, some around them, and the focused
 * row, which would otherwise lose the focus. All rows are equally high, so their places are arithmetic
 * for any number of rows.
 */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  kept: number,
  { header: headerHeight, row: rowHeight }: Heights,
) {
  const store = useRef<ReturnType<typeof createSpanStore>>(null);
  store.current ??= createSpanStore(rowHeight);
  const { subscribe, get, watch } = store.current;
  const span = useSyncExternalStore(subscribe, get);

  useLayoutEffect(
    () => (scroller.current ? watch(scroller.current, headerHeight, rowHeight) : undefined),
    [scroller, watch, headerHeight, rowHeight],
  );

  const scrollTo = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (!element) return;
      const top = index * rowHeight;
      const bottom = top + rowHeight + headerHeight;
      if (top < element.scrollTop) setScrollTop(element, top);
      else if (bottom > element.scrollTop + element.clientHeight) {
        setScrollTop(element, bottom - element.clientHeight);
      }
    },
    [scroller, headerHeight, rowHeight],
  );
  return { ...useMemo(() => rowsInWindow(span, count, kept), [span, count, kept]), scrollTo };
}
