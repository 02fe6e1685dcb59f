import { setAddress, useAddress } from '../address/address-bar.ts';
import { type ColumnId, columnLabel, isColumnId } from '../fields/columns.tsx';
import type { Sort } from '../fields/sort.ts';
import { Glyph } from '../ui/Glyph.tsx';
import * as words from '../words/table.ts';
import { pinning } from './geometry.ts';
import type { ActiveCell } from './useActiveCell.ts';
import { type NumberTableInstance, TableContent } from './useNumberTable.tsx';

/** How a column is sorted, in the words of `aria-sort`. */
function sortDirection(sort: Sort | null, column: string) {
  if (sort?.column !== column) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}

/** The sort after a click on a header: ascending, then descending, then the list's own order. */
function nextSort(sort: Sort | null, column: string): Sort | null {
  const direction = sortDirection(sort, column);
  if (direction === 'descending' || !isColumnId(column)) return null;
  return { column, descending: direction === 'ascending' };
}

interface HeaderRowProps {
  table: NumberTableInstance;
  active: ActiveCell;
}

type NumberHeader = ReturnType<NumberTableInstance['getFlatHeaders']>[number];

interface HeaderCellProps {
  header: NumberHeader;
  isActive: boolean;
  sort: Sort | null;
}

function HeaderCell({ header, isActive, sort }: HeaderCellProps) {
  const { column } = header;
  const pinned = pinning(column);
  const sorted = sortDirection(sort, column.id);
  const labelId = `header-${column.id}`;
  const label = isColumnId(column.id) ? columnLabel(column.id) : '';
  return (
    <div
      role="columnheader"
      aria-labelledby={labelId}
      aria-sort={sorted}
      className={`group flex min-w-0 bg-page px-1.5 ${pinned?.className ?? 'relative'}`}
      style={pinned?.style}
    >
      <button
        type="button"
        id={labelId}
        aria-keyshortcuts="Alt+ArrowDown"
        data-row={-1}
        data-column={column.id}
        tabIndex={isActive ? 0 : -1}
        onClick={() => setAddress({ sort: nextSort(sort, column.id) })}
        className={`-mx-1.5 flex min-w-0 items-center gap-1 self-stretch px-1.5 text-xs font-medium outline-offset-[-3px] hover:text-ink ${sorted === 'none' ? 'text-muted' : 'text-ink'}`}
      >
        <TableContent header={header} />
        {sorted !== 'none' && (
          <Glyph
            name={sorted === 'ascending' ? 'up' : 'down'}
            size={13}
            className="shrink-0 text-accent"
          />
        )}
      </button>
      {/*
       * The header's one tab stop sorts; arrow keys with Alt open the menu. For a finger, the button
       * would be as large as a narrow header; the Columns menu does the same.
       */}
      <button
        type="button"
        data-menu
        tabIndex={-1}
        aria-label={words.menuOf(label)}
        title={words.menuOf(label)}
        aria-haspopup="menu"
        aria-expanded={false}
        className="absolute top-1/2 right-1.5 inline-grid size-5 -translate-y-1/2 place-items-center rounded bg-page text-muted opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 hover:bg-line hover:text-ink aria-expanded:bg-line aria-expanded:opacity-100 finger:hidden"
      >
        <Glyph name="more" size={14} />
      </button>
    </div>
  );
}

/** The column headers of a phone's rows, for screen readers: a sheet sorts there. */
export function PhoneHeaderRow({ columns }: { columns: readonly ColumnId[] }) {
  const { sort } = useAddress();
  return (
    <div role="row" aria-rowindex={1} className="sr-only">
      {columns.map((id) => (
        <div key={id} role="columnheader" aria-sort={sortDirection(sort, id)}>
          {columnLabel(id)}
        </div>
      ))}
    </div>
  );
}

/** The column headers: buttons that sort the loaded rows. */
export function HeaderRow({ table, active }: HeaderRowProps) {
  const { sort } = useAddress();
  return (
    <div
      role="row"
      aria-rowindex={1}
      className="grid-columns h-(--header-height) border-b border-line bg-page"
    >
      {table.getHeaderGroups()[0]?.headers.map((header) => (
        <HeaderCell
          key={header.id}
          header={header}
          sort={sort}
          isActive={active.row === -1 && active.column === header.column.id}
        />
      ))}
    </div>
  );
}
