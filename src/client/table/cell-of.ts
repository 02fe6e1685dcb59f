import type { ColumnId } from '../fields/columns.ts';
import type { ActiveCell } from './useGridFocus.ts';

/** The cell of a number that an event is in; a header is none. */
export function bodyCellOf(target: EventTarget | null): HTMLElement | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  return cell && Number(cell.dataset.row) >= 0 ? cell : null;
}

export const placeOf = ({ dataset }: HTMLElement): ActiveCell => ({
  row: Number(dataset.row),
  column: dataset.column as ColumnId,
});
