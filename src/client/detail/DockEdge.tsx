import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { runShortcut } from '../lib/shortcut.ts';
import * as words from '../words/detail.ts';
import { dockKeys } from './detail-keys.ts';
import {
  changeDetailTaste,
  dockLimits,
  dockWidth,
  keepDetailTaste,
  useDetailTaste,
  usualDockWidth,
} from './detail-taste.ts';

const widthStep = 16;

interface DockEdgeProps {
  /** Handles the keys that are not the edge's own. */
  onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * The edge between the table and docked details: dragged, or moved by keys. The width of the details
 * is a property of the element around both: while the edge moves, nothing else is rendered.
 */
export function DockEdge({ onKeyDown }: DockEdgeProps) {
  const taste = useDetailTaste();
  const edge = useRef<HTMLDivElement>(null);
  /** The width that table and details share. */
  const [room, setRoom] = useState(0);
  useLayoutEffect(() => {
    const row = edge.current?.parentElement;
    if (!row) return;
    const measure = () => setRoom(row.clientWidth);
    const observer = new ResizeObserver(measure);
    observer.observe(row);
    measure();
    return () => observer.disconnect();
  }, []);

  const { least, most } = dockLimits(room);
  const width = dockWidth(taste.width, room);
  useLayoutEffect(() => {
    if (room > 0) edge.current?.parentElement?.style.setProperty('--dock-width', `${width}px`);
  }, [room, width]);

  const become = (chosen: number) => changeDetailTaste({ width: dockWidth(chosen, room) });
  const choose = (chosen: number) => {
    become(chosen);
    keepDetailTaste();
  };
  /** Where the pointer would be at a width of 0, while the edge is dragged. */
  const drag = useRef<number>(null);
  const drop = () => {
    if (drag.current !== null) keepDetailTaste();
    drag.current = null;
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: hr takes neither a value nor keys.
    <div
      ref={edge}
      role="separator"
      tabIndex={0}
      aria-label={words.widthOfDetails}
      aria-orientation="vertical"
      aria-controls="details"
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuetext={words.pixels(width)}
      title={words.dragToResize}
      onKeyDown={(event) => {
        const isTaken = runShortcut(dockKeys, event, {
          wider: () => choose(width + widthStep),
          narrower: () => choose(width - widthStep),
          narrowest: () => choose(least),
          widest: () => choose(most),
          usual: () => choose(usualDockWidth),
        });
        if (!isTaken) onKeyDown(event);
      }}
      // A press marks no text, and leaves the focus where it is.
      onMouseDown={(event) => event.preventDefault()}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = event.clientX + width;
      }}
      onPointerMove={({ clientX }) => {
        if (drag.current !== null) become(drag.current - clientX);
      }}
      onLostPointerCapture={drop}
      onDoubleClick={() => choose(usualDockWidth)}
      className="group relative z-10 -mr-2 w-2 shrink-0 cursor-col-resize touch-none pointer-coarse:-mr-4 pointer-coarse:w-4"
    >
      <span
        aria-hidden
        className="absolute inset-y-0 left-0 w-px bg-line group-hover:w-0.5 group-hover:bg-accent group-active:w-0.5 group-active:bg-accent"
      />
      <span
        aria-hidden
        className="absolute top-1/2 left-0.5 h-10 w-1 -translate-y-1/2 rounded-full bg-line group-hover:bg-accent group-active:bg-accent"
      />
    </div>
  );
}
