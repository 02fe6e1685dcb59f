import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { RowView } from '../list/row-list.ts';
import type { Heights } from './geometry.ts';

/** In WebKit every write to `scrollTop` stops wheel scrolling, so only a changed value is written. */
export function setScrollTop(element: HTMLElement, top: number): void {
  if (element.scrollTop !== top) element.scrollTop = top;
}

interface Place {
  question: string;
  rows: RowView;
  rowHeight: number;
}

/**
 * Keeps the first visible row in place when rows are inserted above it, by a refresh or a late page,
 * and scrolls to the top after a new filter, search or sort. At the top the list stays there: a sort
 * promises its first rows. The list from before a search gets its place again when the search is
 * cleared. A new row height keeps the same rows in view.
 *
 * @param isSearched whether the question has a searched text or number.
 */
export function useKeepPlace(
  scroller: RefObject<HTMLElement | null>,
  rows: RowView,
  question: string,
  isSearched: boolean,
  rowHeight: number,
) {
  const before = useRef<Place>({ question, rows, rowHeight });
  /** The last question without a search, and where its list stood. */
  const unsearched = useRef<{ question: string; scrollTop: number } | null>(
    isSearched ? null : { question, scrollTop: 0 },
  );
  // If the list gets shorter, the browser clamps `scrollTop` before the effect below reads it.
  const scrollTop = useRef(0);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const follow = () => {
      scrollTop.current = element.scrollTop;
    };
    element.addEventListener('scroll', follow, { passive: true });
    return () => element.removeEventListener('scroll', follow);
  }, [scroller]);

  useLayoutEffect(() => {
    const element = scroller.current;
    const last = before.current;
    before.current = { question, rows, rowHeight };
    if (!element) return;
    if (rowHeight !== last.rowHeight)
      setScrollTop(element, (element.scrollTop * rowHeight) / last.rowHeight);
    if (last.question === question && last.rows === rows) return;
    if (last.question !== question) {
      const kept = unsearched.current;
      if (kept?.question === last.question) kept.scrollTop = scrollTop.current;
      setScrollTop(element, kept?.question === question ? kept.scrollTop : 0);
      if (!isSearched) unsearched.current = { question, scrollTop: 0 };
      return;
    }
    if (element.scrollTop === 0) return;
    const at = Math.floor(element.scrollTop / rowHeight);
    const anchor = last.rows.at(at);
    if (!anchor || rows.at(at)?.number_sid === anchor.number_sid) return;
    const now = rows.findIndex((row) => row.number_sid === anchor.number_sid);
    if (now >= 0) setScrollTop(element, element.scrollTop + (now - at) * rowHeight);
  }, [scroller, rows, question, isSearched, rowHeight]);
}

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
