import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import { pressedKey } from '../lib/pressed-key.ts';
import type { RowView } from '../list/row-view.ts';
import { type RangeStart, selectAll, selectRange, toggleRow } from './select-range.ts';
import type { GridFocus } from './useGridFocus.ts';

interface GridSelection {
  grid: RefObject<HTMLDivElement | null>;
  focus: GridFocus;
  rows: RowView;
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
}

const none: ReadonlySet<string> = new Set();

const cellOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;

function take(event: Event) {
  event.preventDefault();
  event.stopPropagation();
}

/**
 * Selects rows of the grid: its boxes, Ctrl and Shift with a click, Space, Shift with arrows, Ctrl A
 * and Esc. The listeners stand outside of the grid, because the first rows do not need them.
 */
export function useGridSelection({ grid, focus, rows, selected, onSelect }: GridSelection) {
  const range = useRef<RangeStart>(null);

  const begin = (number_sid: string, before: ReadonlySet<string>) => {
    range.current = { number_sid, before };
  };

  function toggle(index: number) {
    const row = rows.at(index);
    if (!row) return;
    const next = toggleRow(selected, row.number_sid);
    begin(row.number_sid, next);
    onSelect(next);
  }

  function extend(from: number, to: number) {
    const row = rows.at(from);
    if (range.current === null && row) begin(row.number_sid, selected);
    if (range.current) onSelect(selectRange(rows, range.current, to));
  }

  const click = useEffectEvent((event: MouseEvent) => {
    const index = Number(cellOf(event.target)?.dataset.row ?? -1);
    const isBox = event.target instanceof Element && event.target.matches('[data-select]');
    const isToggle = event.ctrlKey || event.metaKey;
    if (index < 0 || !(isBox || isToggle || event.shiftKey)) return;
    if (event.target instanceof Element && event.target.closest('[data-copy]')) return;
    take(event);
    const column = focus.active.row === index ? focus.active.column : 'number';
    focus.focusCell({ row: index, column });
    if (event.shiftKey) extend(focus.active.row < 0 ? index : focus.active.row, index);
    else toggle(index);
  });

  const press = useEffectEvent((event: KeyboardEvent) => {
    const isCtrl = event.ctrlKey || event.metaKey;
    if (event.altKey || cellOf(event.target) === null) return;
    const { row, column } = focus.active;
    if (event.key === 'Escape' && selected.size > 0) {
      range.current = null;
      onSelect(none);
    } else if (isCtrl && pressedKey(event) === 'a' && !event.shiftKey) {
      onSelect(selectAll(rows, selected));
    } else if (event.key === ' ' && row >= 0) {
      if (event.shiftKey) extend(row, row);
      else toggle(row);
    } else if (event.shiftKey && row >= 0 && /^Arrow(Up|Down)$/.test(event.key)) {
      const to = row + (event.key === 'ArrowUp' ? -1 : 1);
      if (to >= 0 && to < rows.length) {
        extend(row, to);
        focus.focusCell({ row: to, column });
      }
    } else return;
    take(event);
  });

  useEffect(() => {
    const element = grid.current;
    if (!element) return;
    // With Shift held, the browser would mark text from the last press to this one.
    const onDown = (event: MouseEvent) => {
      if (event.shiftKey && Number(cellOf(event.target)?.dataset.row ?? -1) >= 0)
        event.preventDefault();
    };
    // Before this, a press on a box would open its row.
    element.toggleAttribute('data-selectable', true);
    const controller = new AbortController();
    const { signal } = controller;
    element.addEventListener('mousedown', onDown, { signal });
    element.addEventListener('click', (event) => click(event), { signal, capture: true });
    element.addEventListener('keydown', (event) => press(event), { signal });
    return () => controller.abort();
  }, [grid]);

  return () => {
    range.current = null;
    onSelect(none);
  };
}
