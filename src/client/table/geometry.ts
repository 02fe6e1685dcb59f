import type { ColumnId } from '../fields/columns.tsx';
import { isPinned, type TableTaste } from './table-taste.ts';
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
export const heightProperties = ({ header, row }: Heights) => ({
  '--header-height': `${header}px`,
  '--row-height': `${row}px`,
});

/** Rows of a phone are as wide as the screen, and place their cells by themselves. */
export const phoneWidths = { '--columns-width': '0px', '--scroll-start': '0px' };

/** Where a pinned column sticks. */
const leftOf = (id: string) => `--left-${id}` as const;

/**
 * The widths of header, rows and skeletons as custom properties, so that nothing shifts when rows
 * arrive, and rows are not drawn again when the table gets another width.
 */
export function widthProperties(
  columns: readonly ColumnId[],
  widths: readonly number[],
  taste: TableTaste,
) {
  let pinnedWidth = 0;
  const properties: Record<`--${string}`, string> = {};
  // Pinned columns come first.
  columns.forEach((id, at) => {
    if (!isPinned(taste, id)) return;
    properties[leftOf(id)] = `${pinnedWidth}px`;
    pinnedWidth += widths[at] ?? 0;
  });
  return {
    ...properties,
    '--columns': widths.map((width) => `${width}px`).join(' '),
    '--columns-width': `${widths.reduce((sum, width) => sum + width, 0)}px`,
    // What scrolls into view stays clear of the pinned columns.
    '--scroll-start': `${pinnedWidth + 32}px`,
  };
}

type NumberColumn = ReturnType<NumberTableInstance['getAllLeafColumns']>[number];

/** Keeps a pinned column in sight; on a narrow screen the number alone, or nothing else had room. */
export const pinning = (column: NumberColumn) =>
  column.getIsPinned()
    ? {
        className:
          column.id === 'number'
            ? 'sticky z-1 pl-3'
            : 'relative min-[900px]:sticky min-[900px]:z-1',
        style: { left: `var(${leftOf(column.id)})` },
      }
    : null;
