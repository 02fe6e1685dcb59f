import { ArrowDown, ArrowUp, GripVertical, Pin } from 'lucide-react';
import { type ColumnId, columnLabel, columnSpec } from '../fields/columns.tsx';
import { announce } from '../ui/announce.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { moveBy, narrowest, setWidth, togglePinned, widest } from './change-taste.ts';
import { isPinned, type TableTaste } from './table-taste.ts';
import { moveWords, pinWords } from './taste-words.ts';
import type { ColumnTaste } from './useColumnTaste.ts';
import { columnsMenu as words } from './words.ts';

const widthStep = 8;

interface ColumnLineProps {
  id: ColumnId;
  columns: ColumnTaste;
  isDragged: boolean;
  onDrag: (id: ColumnId | null) => void;
  onDragOver: () => void;
}

/** One column in the menu: shown or not, pinned or not, its width and its place. */
export function ColumnLine({ id, columns, isDragged, onDrag, onDragOver }: ColumnLineProps) {
  const { taste, setTaste, visibility, arranged, toggle } = columns;
  const { size } = columnSpec(id);
  const label = columnLabel(id);
  const isNumber = id === 'number';
  const pinned = isPinned(taste, id);
  const up = moveBy(taste, id, -1, arranged);
  const down = moveBy(taste, id, 1, arranged);

  function move(next: TableTaste) {
    if (next === taste) return;
    setTaste(next);
    announce(moveWords(next, id));
  }

  return (
    <li
      draggable={!isNumber}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        // WebKit starts no drag without data.
        event.dataTransfer.setData('text/plain', label);
        onDrag(id);
      }}
      onDragOver={(event) => {
        event.preventDefault();
        onDragOver();
      }}
      onDragEnd={() => onDrag(null)}
      className={`flex items-center gap-0.5 rounded-md pr-1 hover:bg-hover ${isDragged ? 'bg-selected' : ''}`}
    >
      <GripVertical
        aria-hidden
        size={14}
        className={`shrink-0 text-muted phone:hidden ${isNumber ? 'invisible' : 'cursor-grab'}`}
      />
      <label className="flex min-w-0 flex-1 items-center gap-2 py-1 has-disabled:text-muted">
        <input
          type="checkbox"
          className="size-3.5 shrink-0 accent-accent"
          checked={visibility[id]}
          disabled={isNumber}
          onChange={() => toggle(id)}
        />
        <span className="truncate">{label}</span>
      </label>
      <input
        type="number"
        aria-label={words.width(label)}
        min={narrowest}
        max={widest}
        step={widthStep}
        placeholder={String(size)}
        key={taste.widths[id]}
        defaultValue={taste.widths[id]}
        onBlur={({ target }) => {
          const width = target.value === '' ? null : target.valueAsNumber;
          if (width !== (taste.widths[id] ?? null)) setTaste(setWidth(taste, id, width));
        }}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        className="h-6 w-15 phone:hidden rounded border border-control bg-page px-1 text-xs placeholder:text-muted"
      />
      <IconButton
        label={words.pin(label)}
        aria-pressed={pinned}
        aria-disabled={isNumber}
        onClick={() => {
          if (isNumber) return;
          const next = togglePinned(taste, id);
          setTaste(next);
          announce(pinWords(next, id));
        }}
        className={`phone:hidden ${pinned ? 'text-accent' : 'text-muted'}`}
      >
        <Pin aria-hidden size={14} fill={pinned ? 'currentColor' : 'none'} />
      </IconButton>
      <IconButton label={words.moveUp(label)} aria-disabled={up === taste} onClick={() => move(up)}>
        <ArrowUp aria-hidden size={14} />
      </IconButton>
      <IconButton
        label={words.moveDown(label)}
        aria-disabled={down === taste}
        onClick={() => move(down)}
      >
        <ArrowDown aria-hidden size={14} />
      </IconButton>
    </li>
  );
}
