import { memo } from 'react';
import type { RentedNumber } from '#contract/number.ts';
import type { Elements } from '#jsx/jsx-runtime';
import type { ColumnId } from '../fields/columns.tsx';
import * as words from '../words/table.ts';
import { pinning } from './geometry.ts';
import { NumberButton } from './NumberButton.tsx';
import { type NumberTableInstance, TableContent } from './useNumberTable.tsx';

type NumberRow = ReturnType<NumberTableInstance['getRowModel']>['rows'][number];

export type RowMark = 'new' | 'changed' | 'gone';

const markSigns = { new: '+', changed: '±', gone: '−' };
const markGrounds = { new: 'bg-accent-soft', changed: 'bg-accent-soft', gone: 'bg-bad-soft' };
/** The ground of a row that is neither open nor selected. */
export const quietGround = (mark: RowMark | null, look: string) =>
  mark === null ? look : markGrounds[mark];

interface RowSigns {
  /** The mark of the row's worst finding beside the number, where no column shows it. */
  finding: Elements;
  /** The cell of the column of findings. */
  cell: Elements;
  /** A change that a refresh found, or that lies between two kept lists. */
  change: RowMark | null;
  /** The sign of the change where it is another one than that of the mark. */
  sign: Elements;
  /** The second line of a phone's row, where it is another one. */
  line: Elements;
}

export interface BodyRowProps {
  row: NumberRow;
  /** The place in the list, from 0. */
  index: number;
  /** The distance in pixels from the other rows, for a kept row that stands apart from them. */
  top: number | undefined;
  /** The column of the active cell when it is in this row. */
  activeColumn: ColumnId | null;
  isOpen: boolean;
  isSelected: boolean;
  /** Whether the number has a button to copy it, as for a finger, which cannot hover. */
  hasCopy: boolean;
  /** Changes with the columns and their order: cells are read from `row` while rendering. */
  columnsKey: string;
  signs: RowSigns;
}

interface RowMarkSignProps {
  id: string;
  change: RowMark | null;
}

/** The sign of a change, before the number. */
export const RowMarkSign = ({ id, change }: RowMarkSignProps) =>
  change !== null && (
    <span
      id={`m${id}`}
      className="absolute left-0 w-3 text-center text-2xs font-bold text-accent"
      title={words.marks[change]}
    >
      <span aria-hidden>{markSigns[change]}</span>
      <span className="sr-only">{words.marks[change]}</span>
    </span>
  );

interface RowBoxProps {
  number: RentedNumber;
  isSelected: boolean;
  className?: string;
}

/** The checkbox of a row. The grid handles its clicks. */
export const RowBox = ({ number, isSelected, className = '' }: RowBoxProps) => (
  <button
    type="button"
    role="checkbox"
    aria-checked={isSelected}
    aria-label={words.select(number.number)}
    tabIndex={-1}
    data-select
    className={className}
  />
);

function BodyRowContent({
  row,
  index,
  top,
  activeColumn,
  isOpen,
  isSelected,
  hasCopy,
  signs: { finding, change: mark, sign },
}: BodyRowProps) {
  const quiet = quietGround(mark, 'bg-page group-hover:bg-hover');
  const background = isOpen || isSelected ? 'bg-selected' : quiet;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-current={isOpen}
      data-mark={mark}
      className={`grid-columns group isolate h-(--row-height) ${top === undefined ? '' : 'absolute inset-x-0'}`}
      style={{ top }}
    >
      {row.getAllCells().map((cell) => {
        const pinned = pinning(cell.column);
        const isNumber = cell.column.id === 'number';
        return (
          // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles do; box and button would say the number twice more.
          <div
            key={cell.column.id}
            role={isNumber ? 'rowheader' : 'gridcell'}
            aria-labelledby={isNumber ? `m${row.id} ${row.id} f${row.id}` : undefined}
            data-row={index}
            data-column={cell.column.id}
            data-has-mark={(isNumber && Boolean(finding)) || undefined}
            tabIndex={activeColumn === cell.column.id ? 0 : -1}
            className={`flex min-w-0 items-center ${isNumber ? 'gap-1.5' : 'gap-2'} border-b pointer-coarse:gap-1 border-line px-1.5 outline-offset-[-2px] ${background} ${pinned?.className ?? ''}`}
            style={pinned?.style}
          >
            {isNumber && (sign || <RowMarkSign id={row.id} change={mark} />)}
            {isNumber && <RowBox number={row.original} isSelected={isSelected} />}
            <TableContent cell={cell} />
            {isNumber && hasCopy && <NumberButton does="copy" number={row.original} />}
            {isNumber && finding && (
              <span id={`f${row.id}`} className="contents">
                {finding}
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}

/** Table makes new row objects for every window, so a row compares what it shows. */
export const isSameRow = (a: BodyRowProps, b: BodyRowProps) =>
  a.row.original === b.row.original &&
  a.index === b.index &&
  a.top === b.top &&
  a.activeColumn === b.activeColumn &&
  a.isOpen === b.isOpen &&
  a.isSelected === b.isSelected &&
  a.hasCopy === b.hasCopy &&
  a.columnsKey === b.columnsKey &&
  a.signs.finding === b.signs.finding &&
  a.signs.cell === b.signs.cell &&
  a.signs.change === b.signs.change;

/** One number. */
export const BodyRow = memo(BodyRowContent, isSameRow);
