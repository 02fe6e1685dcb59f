import type { ColumnId } from '../fields/columns.ts';
import type { ActiveCell } from './useGridFocus.ts';

/** The body cell in which an event happened; null for a header. */
export function bodyCellOf(target: EventTarget | null): HTMLElement | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  return cell && Number(cell.dataset.row) >= 0 ? cell : null;
}

export const placeOf = ({ dataset }: HTMLElement): ActiveCell => ({
  row: Number(dataset.row),
  column: dataset.column as ColumnId,
});
