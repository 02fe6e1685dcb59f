import type { ColumnId } from '../fields/columns.tsx';
import { columnAt, type GridHit } from './grid-hit.ts';

const edgeReach = 6;

/** The column whose right edge is under the pointer, and its present width in pixels. */
export function edgeAt(
  hit: GridHit | null,
  clientX: number,
): { column: ColumnId; width: number } | null {
  if (hit?.on !== 'header') return null;
  const { left, right } = hit.header.getBoundingClientRect();
  const header = clientX - left <= edgeReach ? hit.header.previousElementSibling : hit.header;
  if (!header || (header === hit.header && right - clientX > edgeReach)) return null;
  const column = columnAt(header);
  return column && { column, width: header.getBoundingClientRect().width };
}
