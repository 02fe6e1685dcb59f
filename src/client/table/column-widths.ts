import { type ColumnId, columnSpec } from '../fields/columns.tsx';
import { isPinned, type TableTaste } from './table-taste.ts';

/** The widths that a column needs, in pixels. */
export interface Claim {
  least: number;
  /** The width after each turn, if there is enough room. */
  grows: readonly [number, number, number];
  /** The rest goes to the columns with the highest rank; null for a width that must not change. */
  restRank: number | null;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** Shares room among columns in proportion to what each of them wants. */
function grant(widths: readonly number[], wanted: readonly number[], room: number): number[] {
  const part = Math.min(1, room / Math.max(1, sum(wanted)));
  return widths.map((width, at) => width + (wanted[at] ?? 0) * part);
}

/**
 * The widths of columns in a table. Each has its least width, also where the table then scrolls.
 * What is left is shared in turns: each turn begins when all wishes of the one before are met. So
 * hosts are whole before names are, and names before anything has room to spare.
 */
export function distributeWidths(claims: readonly Claim[], room: number): number[] {
  const least = claims.map((claim) => claim.least);
  if (sum(least) >= room) return least;
  let widths = least;
  for (const turn of [0, 1, 2] as const) {
    const wanted = claims.map(({ grows }, at) => Math.max(0, grows[turn] - widths[at]!));
    widths = grant(widths, wanted, room - sum(widths));
  }
  const free = claims.filter(({ restRank }) => restRank !== null);
  const highest = Math.max(...free.map(({ restRank }) => restRank ?? 0));
  const takers = claims.map(({ restRank }) => (restRank === highest ? 1 : 0));
  const taking = sum(takers);
  const rest = room - sum(widths);
  if (taking > 0) widths = widths.map((width, at) => width + (takers[at]! * rest) / taking);
  return wholePixels(widths);
}

/** Whole pixels with the same sum, rounded down; the rounding of each column ends at its edge. */
function wholePixels(widths: readonly number[]): number[] {
  let edge = 0;
  return widths.map((width) => {
    // The slack keeps a sum of fractions that is an integer from being taken for less.
    const from = Math.floor(edge + 1e-6);
    edge += width;
    return Math.floor(edge + 1e-6) - from;
  });
}

/** Growth of a column without turns of its own. */
const ample = 1.25;

/** @param textScale how many times its usual size text has; a width that the reader chose stays. */
function claimOf(id: ColumnId, { widths }: TableTaste, textScale: number): Claim {
  const chosen = widths[id];
  if (chosen !== undefined) {
    return { least: chosen, grows: [chosen, chosen, chosen], restRank: null };
  }
  const { size, grows = [size, size, ample * size], restRank = 0 } = columnSpec(id);
  const [first, second, third] = grows;
  return {
    least: Math.ceil(size * textScale),
    grows: [first * textScale, second * textScale, third * textScale],
    restRank,
  };
}

/**
 * The widths of columns in pixels, from left to right.
 *
 * @param room the width of the table, which the details and the filters leave to it.
 */
export const columnWidths = (
  columns: readonly ColumnId[],
  taste: TableTaste,
  textScale: number,
  room: number,
): number[] =>
  distributeWidths(
    columns.map((id) => claimOf(id, taste, textScale)),
    room,
  );

/**
 * The columns that a table keeps beside docked details. What the details show, too, leaves the table
 * in turns, until the other columns have room; what the reader pinned or gave a width stays.
 *
 * @param room the width of the table.
 * @param joined columns that are shown for their changes alone, and only in what the others leave.
 */
export function columnsBeside(
  columns: readonly ColumnId[],
  taste: TableTaste,
  textScale: number,
  room: number,
  joined: readonly ColumnId[] = [],
): readonly ColumnId[] {
  const isFitting = (ids: readonly ColumnId[]) =>
    ids.reduce((sum, id) => sum + claimOf(id, taste, textScale).least, 0) <= room;
  const isChosen = (id: ColumnId) => isPinned(taste, id) || taste.widths[id] !== undefined;
  let kept = columns.filter((id) => !joined.includes(id));
  for (const turn of [1, 2, 3, 4]) {
    if (isFitting(kept)) break;
    kept = kept.filter((id) => columnSpec(id).leaves !== turn || isChosen(id));
  }
  for (const one of joined) {
    const more = columns.filter((id) => id === one || kept.includes(id));
    if (isFitting(more)) kept = more;
  }
  return kept;
}
