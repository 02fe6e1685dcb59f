import type { NumberTableInstance } from './useNumberTable.tsx';

export interface Heights {
  header: number;
  row: number;
}

interface Screen {
  isPhone: boolean;
  isFinger: boolean;
}

/** The least height of what a finger is to hit. */
const target = 44;

/**
 * The heights of header and rows in pixels: lines of the reader's text size, and padding. Rows of a
 * phone have two lines, and their header is only for screen readers.
 */
export function heightsOf(
  { isCompact }: { isCompact: boolean },
  textScale: number,
  { isPhone, isFinger }: Screen,
): Heights {
  if (isPhone) return { header: 0, row: Math.ceil(25 + 39 * textScale) };
  const least = isFinger ? target : 0;
  return {
    header: Math.max(least, Math.ceil(15 + 17 * textScale)),
    row: Math.max(least, Math.ceil((isCompact ? 9 : 15) + 19 * textScale)),
  };
}

/** The heights as the style sheet knows them. */
const heightProperties = ({ header, row }: Heights) => ({
  '--header-height': `${header}px`,
  '--row-height': `${row}px`,
});

/** Rows of a phone are as wide as the screen, and place their cells by themselves. */
export const phoneTemplate = (heights: Heights) => ({
  ...heightProperties(heights),
  '--columns-width': '0px',
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
    ...heightProperties(heights),
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
