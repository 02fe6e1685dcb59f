import { type ColumnId, columnIds } from '../columns.ts';
import type { ColumnTaste } from '../table/useColumnTaste.ts';

/** How the table looks, as a view keeps it. */
export const viewColumns = ({ shown }: ColumnTaste): readonly ColumnId[] => shown;

/** Makes the table look as a view has it. */
export const applyViewColumns = ({ choose }: ColumnTaste, columns: readonly ColumnId[]): void =>
  choose(Object.fromEntries(columnIds.map((id) => [id, columns.includes(id)])));
