import { type ColumnId, isColumnId } from '../fields/columns.ts';

const reach = 6;

export const headerOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest('[role=columnheader]') : null;

/** The column of a header. */
export function columnAt(header: Element): ColumnId | null {
  const id = header.querySelector<HTMLElement>('[data-column]')?.dataset.column;
  return id !== undefined && isColumnId(id) ? id : null;
}

/** The column whose right edge is under the pointer, and its present width. */
export function edgeAt({ target, clientX }: PointerEvent): { id: ColumnId; width: number } | null {
  const under = headerOf(target);
  if (!under) return null;
  const { left, right } = under.getBoundingClientRect();
  const header = clientX - left <= reach ? under.previousElementSibling : under;
  if (!header || (header === under && right - clientX > reach)) return null;
  const id = columnAt(header);
  return id && { id, width: header.getBoundingClientRect().width };
}
