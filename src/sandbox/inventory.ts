import { type InventoryRow, matchesFilters, type NumberFilters } from './matches-filters.ts';

/**
 * The list of an account. A number keeps its place for ever, so that a cursor leads to the same place
 * on a later day; the place of a number that was given back is null.
 */
export type NumberList = readonly (InventoryRow | null)[];

export interface Inventory {
  readonly rows: NumberList;
  /** Ascending places, in the full list, of the rows that match. Treat as read-only. */
  positions(filters: NumberFilters): Uint32Array;
}

/** Each combination costs 4 bytes a matching row: 32 of them at 100,000 rows are under 13 MB. */
const MAX_COMBINATIONS = 32;

/**
 * Rows with an index for each recent combination of filters, so that walking 250 pages scans the
 * list once. The combination used longest ago makes room for a new one.
 */
export function createInventory(rows: NumberList): Inventory {
  const indexes = new Map<string, Uint32Array>();

  function build(filters: NumberFilters): Uint32Array {
    const matches = matchesFilters(filters);
    const found: number[] = [];
    rows.forEach((row, position) => {
      if (row !== null && matches(row)) found.push(position);
    });
    return Uint32Array.from(found);
  }

  return {
    rows,
    positions(filters) {
      const key = JSON.stringify(Object.entries(filters).toSorted(([a], [b]) => (a < b ? -1 : 1)));
      const index = indexes.get(key) ?? build(filters);
      indexes.delete(key);
      indexes.set(key, index);
      const oldest = indexes.keys().next();
      if (indexes.size > MAX_COMBINATIONS && !oldest.done) indexes.delete(oldest.value);
      return index;
    },
  };
}
