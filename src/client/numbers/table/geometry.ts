import type { NumberTableInstance } from './useNumberTable.ts';

export const rowHeight = 34;
export const headerHeight = 32;

/** One column template for header, rows and skeletons: nothing shifts when rows arrive. */
export function columnTemplate(table: NumberTableInstance) {
  const sizes = table.getVisibleLeafColumns().map((column) => column.getSize());
  return {
    '--columns': sizes.map((size) => `minmax(${size}px, ${size}fr)`).join(' '),
    '--columns-width': `${sizes.reduce((sum, size) => sum + size, 0)}px`,
  };
}
