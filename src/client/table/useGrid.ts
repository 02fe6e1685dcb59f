import {
  type RefObject,
  type SyntheticEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { ColumnId } from '../fields/columns.tsx';
import { createStore } from '../lib/store.ts';
import { type GridHit, gridHit } from './grid-hit.ts';
import { useActiveCell } from './useActiveCell.ts';

/** The events that the grid offers to its tools. */
interface GridEvents {
  click: MouseEvent;
  contextmenu: PointerEvent;
  keydown: KeyboardEvent;
  mousedown: MouseEvent;
  pointerdown: PointerEvent;
  pointermove: PointerEvent;
  pointerup: PointerEvent;
  pointercancel: PointerEvent;
  pointerleave: PointerEvent;
}

/** Handlers of events. A handler that answers true has taken the event: no other one gets it. */
type GridHandlers = {
  [E in keyof GridEvents]?: (event: GridEvents[E], hit: GridHit | null) => unknown;
};

/** The order in which an event is offered: a row opens only by a click that no other tool takes. */
const order = [
  'press',
  'copy',
  'clipboard',
  'widths',
  'drag',
  'selection',
  'menu',
  'hover',
  'keys',
  'open',
] as const;
type GridTool = (typeof order)[number];

type Tools = Map<GridTool, RefObject<GridHandlers>>;

function listenersOf(tools: Tools) {
  const offer = (name: keyof GridEvents) => (event: SyntheticEvent) => {
    const hit = gridHit(event.target);
    for (const tool of order) {
      // The handler of a name takes the event of this name.
      const handler = tools.get(tool)?.current[name] as
        | ((event: Event, hit: GridHit | null) => unknown)
        | undefined;
      if (handler?.(event.nativeEvent, hit) === true) return;
    }
  };
  return {
    onClickCapture: offer('click'),
    onContextMenu: offer('contextmenu'),
    onKeyDown: offer('keydown'),
    onMouseDown: offer('mousedown'),
    onPointerDown: offer('pointerdown'),
    onPointerMove: offer('pointermove'),
    onPointerUp: offer('pointerup'),
    onPointerCancel: offer('pointercancel'),
    onPointerLeave: offer('pointerleave'),
  };
}

/** The grid's element, its columns, its active cell, and one ordered list of handlers for its events. */
export function useGrid(columns: readonly ColumnId[], rowCount: number, firstRow: -1 | 0) {
  const element = useRef<HTMLDivElement>(null);
  // A store, so that a table that begins anew is news for its tools alone.
  const [node] = useState(() => createStore(() => element.current));
  const attach = useCallback(
    (now: HTMLDivElement | null) => {
      element.current = now;
      node.set(now);
    },
    [node],
  );
  const [tools] = useState<Tools>(() => new Map());
  const [listeners] = useState(() => listenersOf(tools));
  const { active, focusCell, onFocus } = useActiveCell(element, columns, rowCount, firstRow);
  const handle = useCallback(
    (tool: GridTool, handlers: RefObject<GridHandlers>) => {
      tools.set(tool, handlers);
      return () => void tools.delete(tool);
    },
    [tools],
  );
  return {
    element,
    node,
    attach,
    columns,
    active,
    focusCell,
    handle,
    listeners: { ...listeners, onFocus },
  };
}

/** The grid as its tools see it. */
export type Grid = ReturnType<typeof useGrid>;

/** Handles events of the grid for as long as the component is there. */
export function useGridTool({ handle }: Grid, tool: GridTool, handlers: GridHandlers): void {
  const latest = useRef(handlers);
  useLayoutEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => handle(tool, latest), [handle, tool]);
}
