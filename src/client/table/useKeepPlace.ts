import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { RowView } from '../list/row-view.ts';
import { setScrollTop } from './set-scroll-top.ts';

interface Place {
  question: string;
  rows: RowView;
  rowHeight: number;
}

/**
 * Keeps the first visible row in place when rows are inserted above it, and scrolls to the top after a
 * new filter, search or sort. At the top the list stays there: a sort promises its first rows. A new row height keeps the same rows in view.
 */
export function useKeepPlace(
  scroller: RefObject<HTMLElement | null>,
  rows: RowView,
  question: string,
  rowHeight: number,
) {
  const before = useRef<Place>({ question, rows, rowHeight });
  useLayoutEffect(() => {
    const element = scroller.current;
    const last = before.current;
    before.current = { question, rows, rowHeight };
    if (!element) return;
    if (rowHeight !== last.rowHeight)
      setScrollTop(element, (element.scrollTop * rowHeight) / last.rowHeight);
    if (last.question === question && last.rows === rows) return;
    if (last.question !== question) {
      setScrollTop(element, 0);
      return;
    }
    if (element.scrollTop === 0) return;
    const at = Math.floor(element.scrollTop / rowHeight);
    const anchor = last.rows.at(at);
    if (!anchor || rows.at(at)?.number_sid === anchor.number_sid) return;
    const now = rows.findIndex((row) => row.number_sid === anchor.number_sid);
    if (now >= 0) setScrollTop(element, element.scrollTop + (now - at) * rowHeight);
  }, [scroller, rows, question, rowHeight]);
}
