import { Columns3 } from 'lucide-react';
import { Popover } from '../../ui/Popover.tsx';
import { columnIds, columnSpec } from '../columns.ts';
import type { ColumnTaste } from './useColumnTaste.ts';

/** Which columns are shown. */
export function ColumnsMenu({ columns }: { columns: ColumnTaste }) {
  return (
    <Popover
      trigger={
        <>
          <Columns3 aria-hidden size={14} />
          Columns
        </>
      }
    >
      {() => (
        <fieldset className="w-56">
          <legend className="sr-only">Columns shown</legend>
          {columnIds.map((id) => (
            <label
              key={id}
              className="flex items-center gap-2.5 rounded-md px-2.5 py-1 hover:bg-hover has-disabled:text-muted"
            >
              <input
                type="checkbox"
                className="size-3.5 accent-accent"
                checked={columns.visibility[id]}
                disabled={id === 'number'}
                onChange={() => columns.toggle(id)}
              />
              {columnSpec(id).label}
            </label>
          ))}
          <button
            type="button"
            disabled={!columns.isChanged}
            onClick={columns.reset}
            className="mt-1 w-full rounded-md border-t border-line px-2.5 py-1.5 text-left hover:bg-hover disabled:text-muted"
          >
            Reset to the usual columns
          </button>
        </fieldset>
      )}
    </Popover>
  );
}
