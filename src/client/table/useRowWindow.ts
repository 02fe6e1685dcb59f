import {
  type RefObject,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react';
import type { Heights } from './geometry.ts';
import { overscanAfter, type RowSpan, rowsInWindow } from './row-span.ts';
import { setScrollTop } from './set-scroll-top.ts';

/** Rows before the first measurement: enough of the lowest kind to fill the window. */
const unmeasured: RowSpan = { first: 0, visible: Math.ceil(innerHeight / 34), overscan: 0 };

/** After so long without a scroll event a fling is over. */
const restsAfterMs = 100;

/** Follows the visible part of a scroller's rows by its events; layout is read in event handlers only. */
function createSpanStore() {
  let span = unmeasured;
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
  store.current ??= createSpanStore();
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
