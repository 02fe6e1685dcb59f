import { type ColumnId, isColumnId } from '../fields/columns.tsx';

/** The control of a cell that was hit: its checkbox, its button to open or copy, another one, or none. */
type CellPart = 'box' | 'open' | 'copy' | 'button' | null;

/** The part of the grid under the pointer, or with the focus; null for a place beside the rows. */
export type GridHit =
  | {
      on: 'cell';
      cell: HTMLElement;
      row: number;
      column: ColumnId;
      part: CellPart;
    }
  | { on: 'header'; header: HTMLElement; column: ColumnId }
  /** The empty end of a row, behind its last cell. */
  | { on: 'row'; row: number };

const columnOf = (element: Element | null): ColumnId | null => {
  const id = element instanceof HTMLElement ? element.dataset.column : undefined;
  return id !== undefined && isColumnId(id) ? id : null;
};

/** The column of a header. */
export const columnAt = (header: Element): ColumnId | null =>
  columnOf(header.querySelector('[data-column]'));

function partOf(target: Element): CellPart {
  const control = target.closest('button, a');
  if (control?.matches('[data-part=copy]')) return 'copy';
  if (control?.matches('[data-part=open]')) return 'open';
  if (control?.matches('[data-select]')) return 'box';
  return control && 'button';
}

/** Finds the part of the grid that an event is about. */
export function gridHit(target: EventTarget | null): GridHit | null {
  if (!(target instanceof Element)) return null;
  const header = target.closest<HTMLElement>('[role=columnheader]');
  if (header) {
    const column = columnAt(header);
    return column && { on: 'header', header, column };
  }
  const cell = target.closest<HTMLElement>('[data-column]');
  const column = columnOf(cell);
  if (cell && column) {
    return { on: 'cell', cell, row: Number(cell.dataset.row), column, part: partOf(target) };
  }
  const row = Number(target.closest('[role=row]')?.getAttribute('aria-rowindex') ?? 0) - 2;
  return row < 0 ? null : { on: 'row', row };
}

/** The row that was hit, or -1. */
export const rowOf = (hit: GridHit | null): number =>
  hit === null || hit.on === 'header' ? -1 : hit.row;
