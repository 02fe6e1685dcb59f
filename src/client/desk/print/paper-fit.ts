import { type ColumnId, columnSpec } from '../../fields/columns.tsx';

const widthOf = (id: ColumnId) => columnSpec(id).paperSize ?? columnSpec(id).size;

/** The share of each column in the width of the sheet, in percent. */
export function paperWidths(shown: readonly ColumnId[]): number[] {
  const all = shown.reduce((sum, id) => sum + widthOf(id), 0);
  return shown.map((id) => (100 * widthOf(id)) / all);
}

/**
 * How a table is printed: in the usual letters, in smaller ones, or with a paragraph for each row. A
 * word never breaks, so the widest words of the columns decide.
 */
type PaperFit = 'usual' | 'dense' | 'records';

/** The letters of a dense table beside the usual ones: 6 to 8 points. */
const denseShare = 6 / 8;

const pixels = (millimetres: number) => (millimetres / 25.4) * 96;
const margins = 2 * 12;
/** The room between the margins of the narrower of A4 and Letter, in CSS pixels. */
const room = {
  /** Letter is 279 mm long. */
  across: pixels(279.4 - margins),
  /** A4 is 210 mm wide. */
  upright: pixels(210 - margins),
};

/** @param least the least width of the table in the usual letters, in CSS pixels. */
function fitOf(least: number, width: number): PaperFit {
  if (least <= width) return 'usual';
  return least * denseShare <= width ? 'dense' : 'records';
}

/** The classes of a table of this least width, for paper that lies and for paper that stands. */
export const paperClasses = (least: number): string =>
  `across-${fitOf(least, room.across)} upright-${fitOf(least, room.upright)}`;
