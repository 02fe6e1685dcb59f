import type { NumberTableInstance } from './useNumberTable.tsx';

export interface Heights {
  header: number;
  row: number;
}

/** The heights of header and rows in pixels: a line of the reader's text size, and padding. */
export const heightsOf = ({ isCompact }: { isCompact: boolean }, textScale: number): Heights => ({
  header: Math.ceil(15 + 17 * textScale),
  row: Math.ceil((isCompact ? 9 : 15) + 19 * textScale),
});

type NumberColumn = ReturnType<NumberTableInstance['getAllLeafColumns']>[number];

/**
 * One column template for header, rows and skeletons, so that nothing shifts when rows arrive. Columns
 * left of a pinned column need a known width.
 */
export function columnTemplate(table: NumberTableInstance, heights: Heights) {
  const { columnSizing, columnPinning } = table.state;
  const areFixed = columnPinning.start.length > 1;
  const visible = table.getAllLeafColumns().map((column) => ({
    size: column.getSize(),
    isFixed: column.id in columnSizing || (areFixed && column.getIsPinned()),
  }));
  return {
    '--header-height': `${heights.header}px`,
    '--row-height': `${heights.row}px`,
    '--columns': visible
      .map(({ size, isFixed }) => (isFixed ? `${size}px` : `minmax(${size}px, ${size}fr)`))
      .join(' '),
    '--columns-width': `${visible.reduce((sum, { size }) => sum + size, 0)}px`,
  };
}

/** Keeps a pinned column in sight; on a narrow screen the number alone, or nothing else had room. */
export const pinning = (column: NumberColumn) =>
  column.getIsPinned()
    ? {
        className:
          column.id === 'number' ? 'sticky z-1 pl-3' : 'min-[900px]:sticky min-[900px]:z-1',
        style: { left: column.getStart('start') },
      }
    : null;
