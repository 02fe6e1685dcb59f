import type { RentedNumber } from '#contract/number.ts';
import type { Cell } from './cells.ts';
import type { Chain } from './chain.ts';

interface Seen {
  updated: string | null;
  cell: Cell;
  /** The last chain of each kind that brought the row. */
  early: Chain | null;
  proof: Chain | null;
}

/** The rows of a walk, each once by its SID. */
interface SeenRows {
  /** Whether a chain was the last of its kind to bring the row. */
  has(number_sid: string, chain: Chain): boolean;
  /**
   * Adds a row, and returns whether it is new or was updated since it last came.
   * @param cellOf called for new rows only.
   */
  add(row: RentedNumber, chain: Chain, cellOf: (row: RentedNumber) => Cell): boolean;
  size(): number;
  /** The number of rows that no early chain brought, in the cells for which `isMissed` is true. */
  onlyProof(isMissed: (cell: Cell) => boolean): number;
}

/**
 * Dates are compared as moments, because offsets differ; a missing date is earlier than any other.
 */
const isLater = (date: string | null, than: string | null) =>
  date !== than && date !== null && (than === null || Date.parse(date) > Date.parse(than));

export function createSeenRows(): SeenRows {
  const rows = new Map<string, Seen>();
  return {
    has: (number_sid, chain) => rows.get(number_sid)?.[chain.kind] === chain,
    add(row, chain, cellOf) {
      const seen = rows.get(row.number_sid);
      if (seen === undefined) {
        const { updated } = row;
        const cell = cellOf(row);
        rows.set(row.number_sid, { updated, cell, early: null, proof: null, [chain.kind]: chain });
        return true;
      }
      seen[chain.kind] = chain;
      if (!isLater(row.updated, seen.updated)) return false;
      seen.updated = row.updated;
      return true;
    },
    size: () => rows.size,
    onlyProof(isMissed) {
      const counts = new Map<Cell, number>();
      for (const { cell, early } of rows.values()) {
        if (early === null) counts.set(cell, (counts.get(cell) ?? 0) + 1);
      }
      return [...counts].reduce((sum, [cell, count]) => sum + (isMissed(cell) ? count : 0), 0);
    },
  };
}
