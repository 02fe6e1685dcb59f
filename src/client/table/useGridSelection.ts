import { useEffect, useRef } from 'react';
import { runShortcut } from '../lib/shortcut.ts';
import { useStore } from '../lib/store.ts';
import type { RowView } from '../list/row-list.ts';
import { useIsFinger } from '../ui/screen.ts';
import { rowOf } from './grid-hit.ts';
import { selectionKeys } from './grid-keys.ts';
import { type Grid, useGridTool } from './useGrid.ts';
import { useLongPress } from './useLongPress.ts';

/** The start of a range, and the selection before it. */
interface RangeStart {
  number_sid: string;
  before: ReadonlySet<string>;
}

/** Adds the rows from where a range began to an index, in the order shown; rows need not be on screen. */
export function selectRange(rows: RowView, start: RangeStart, to: number): ReadonlySet<string> {
  const from = rows.findIndex((row) => row.number_sid === start.number_sid);
  const selected = new Set(start.before);
  // When the first row is no longer shown, the range is its last row alone.
  const [first, last] = from < 0 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
  for (let index = first; index <= last; index += 1) {
    const row = rows.at(index);
    if (row) selected.add(row.number_sid);
  }
  return selected;
}

/** All shown rows, added to the earlier selection. */
export function selectAll(rows: RowView, before: ReadonlySet<string>): ReadonlySet<string> {
  const selected = new Set(before);
  for (let index = 0; index < rows.length; index += 1) {
    // Every index below the length has its row.
    selected.add(rows.at(index)!.number_sid);
  }
  return selected;
}

export function toggleRow(selected: ReadonlySet<string>, number_sid: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(number_sid)) next.add(number_sid);
  return next;
}

interface GridSelection {
  grid: Grid;
  rows: RowView;
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
  onClear: () => void;
}

/**
 * Selects rows of the grid: by their boxes, Ctrl and Shift with a click, Space, Shift with arrows,
 * Ctrl A and Esc. A finger begins with a long press; then taps select.
 *
 * @returns clears the selection.
 */
export function useGridSelection({ grid, rows, selected, onSelect, onClear }: GridSelection) {
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

  function clear() {
    range.current = null;
    onClear();
  }

  useLongPress({
    grid,
    isTapEnough: useIsFinger() && selected.size > 0,
    onPress(row) {
      grid.focusCell({ row, column: 'number' });
      toggle(row);
    },
  });
  useGridTool(grid, 'selection', {
    mousedown(event, hit) {
      // With Shift held, the browser would mark text from the last press to this one.
      if (event.shiftKey && hit?.on === 'cell') event.preventDefault();
    },
    click(event, hit) {
      if (hit?.on !== 'cell') return false;
      const isToggle = event.ctrlKey || event.metaKey;
      if (hit.part !== 'box' && !isToggle && !event.shiftKey) return false;
      event.preventDefault();
      const { active } = grid;
      grid.focusCell({ row: hit.row, column: active.row === hit.row ? active.column : 'number' });
      if (event.shiftKey) extend(active.row < 0 ? hit.row : active.row, hit.row);
      else toggle(hit.row);
      return true;
    },
    keydown(event, hit) {
      if (hit === null) return false;
      const { row, column } = grid.active;
      const isOnRow = row >= 0 && rowOf(hit) >= 0;
      const step = (to: number) => {
        if (row < 0) return false;
        if (to < 0 || to >= rows.length) return true;
        extend(row, to);
        grid.focusCell({ row: to, column });
        return true;
      };
      return runShortcut(selectionKeys, event, {
        clear: () => selected.size > 0 && clear(),
        all: () => onSelect(selectAll(rows, selected)),
        toggle: () => isOnRow && toggle(row),
        extend: () => isOnRow && extend(row, row),
        extendUp: () => step(row - 1),
        extendDown: () => step(row + 1),
      });
    },
  });

  // Before this, a press on a box would do nothing.
  const node = useStore(grid.node);
  useEffect(() => void node?.toggleAttribute('data-selectable', true), [node]);

  return clear;
}
