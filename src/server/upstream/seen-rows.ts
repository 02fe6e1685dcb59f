import type { RentedNumber } from '#contract/number.ts';
import type { Cell } from './cells.ts';
import type { Chain } from './chain.ts';

interface Seen {
  updated: string | null;
  cell: Cell;
  /** The chain of each kind that brought it last. */
  early: Chain | null;
  proof: Chain | null;
}

/** The rows of a walk by their SID, however often they came. */
export interface SeenRows {
  /** Whether a chain was the last of its kind to bring the row. */
  has(number_sid: string, chain: Chain): boolean;
  /**
   * Whether the row is new, or was updated since it came before.
   * @param cellOf asked for a new row only.
   */
  add(row: RentedNumber, chain: Chain, cellOf: (row: RentedNumber) => Cell): boolean;
  size(): number;
  /** How many rows came from no early chain, of the cells that `isMissed` names. */
  onlyProof(isMissed: (cell: Cell) => boolean): number;
}

/** The same moment may be written with another offset; no date is before any. */
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
