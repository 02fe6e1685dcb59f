import type { NumberFilters } from '#contract/filters.ts';
import type { RentedNumber } from '#contract/number.ts';

/** The fields by which a walk may be divided. */
export type Divided = Pick<RentedNumber, 'country_code' | 'type' | 'voice' | 'messaging'>;

/** All rows that agree in those fields, and how many there are. */
export interface Cell extends Divided {
  count: number;
}

/** How many rows there are of each kind: what a walk learns about an inventory while it reads it. */
export interface Cells {
  /** Counts one row, and says which cell it is in. */
  add(row: Divided): Cell;
  all(): readonly Cell[];
  /** How many different cells there are. */
  size(): number;
}

/** Whether the rows of a cell pass the filters, as far as these divide a walk. */
export const hasRowsIn = (
  cell: Divided,
  { country_code, type, voice, messaging }: NumberFilters,
): boolean =>
  (country_code === undefined || cell.country_code === country_code) &&
  (type === undefined || cell.type === type) &&
  (voice === undefined || cell.voice === voice) &&
  (messaging === undefined || cell.messaging === messaging);

/** @param known the cells of an earlier walk, which count as seen. */
export function createCells(known: readonly Cell[] = []): Cells {
  const keyOf = ({ country_code, type, voice, messaging }: Divided) =>
    JSON.stringify([country_code, type, voice, messaging]);
  const cells = new Map(known.map((cell) => [keyOf(cell), { ...cell }]));
  return {
    add(row) {
      const key = keyOf(row);
      const { country_code, type, voice, messaging } = row;
      const cell = cells.get(key) ?? { country_code, type, voice, messaging, count: 0 };
      cell.count += 1;
      cells.set(key, cell);
      return cell;
    },
    all: () => [...cells.values()],
    size: () => cells.size,
  };
}
