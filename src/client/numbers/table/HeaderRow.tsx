import { FlexRender } from '@tanstack/react-table';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ActiveCell } from './useGridFocus.ts';
import type { NumberTableInstance } from './useNumberTable.ts';

const sortWord = { asc: 'ascending', desc: 'descending' } as const;

interface HeaderRowProps {
  table: NumberTableInstance;
  active: ActiveCell;
}

type NumberHeader = ReturnType<NumberTableInstance['getFlatHeaders']>[number];

function HeaderCell({ header, isActive }: { header: NumberHeader; isActive: boolean }) {
  const { column } = header;
  const sorted = column.getIsSorted();
  return (
    <div
      role="columnheader"
      aria-sort={sorted ? sortWord[sorted] : 'none'}
      className={`flex min-w-0 bg-page px-2.5 ${column.getIsPinned() ? 'sticky left-0 z-1' : ''}`}
    >
      <button
        type="button"
        data-row={-1}
        data-column={column.id}
        tabIndex={isActive ? 0 : -1}
        onClick={column.getToggleSortingHandler()}
        className={`-mx-1.5 flex min-w-0 items-center gap-1 self-stretch px-1.5 text-xs font-medium outline-offset-[-3px] hover:text-ink ${sorted ? 'text-ink' : 'text-muted'}`}
      >
        <span className="truncate">
          <FlexRender header={header} />
        </span>
        {sorted === 'asc' && <ArrowUp aria-hidden size={13} className="shrink-0 text-accent" />}
        {sorted === 'desc' && <ArrowDown aria-hidden size={13} className="shrink-0 text-accent" />}
      </button>
    </div>
  );
}

/** The column headers: buttons that sort the loaded rows. */
export function HeaderRow({ table, active }: HeaderRowProps) {
  return (
    <div role="row" aria-rowindex={1} className="grid-columns h-8 border-b border-line bg-page">
      {table.getHeaderGroups()[0]?.headers.map((header) => (
        <HeaderCell
          key={header.id}
          header={header}
          isActive={active.row === -1 && active.column === header.column.id}
        />
      ))}
    </div>
  );
}
