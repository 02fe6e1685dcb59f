import type { RentedNumber } from '#contract/number.ts';
import { createBreather } from '../lib/yield-to-page.ts';
import { createRowSet, type RowSet, sameNumber } from './row-set.ts';

/** The differences between a walk and the complete list before it. */
export interface Changes {
  /** When the list before was complete. */
  since: number;
  added: ReadonlySet<string>;
  changed: ReadonlySet<string>;
  gone: readonly RentedNumber[];
}

/** Collects the rows of a walk; after its proven end it gives the list. */
export interface Collector<T> {
  take(numbers: readonly RentedNumber[]): void;
  /** How many different numbers have come. */
  readonly count: number;
  finish(): Promise<T>;
}

/** Copies a set without some rows; long lists in slices, so that the page stays responsive. */
async function without(set: RowSet, isGone: (row: RentedNumber) => boolean): Promise<RowSet> {
  if (!set.rows.some(isGone)) return set;
  const breathe = createBreather();
  const rest = createRowSet();
  for (const row of set.rows) {
    if (!isGone(row)) rest.put(row);
    await breathe();
  }
  return rest;
}

/** Fills a set during a walk; rows from before the walk that did not come again are removed. */
export function createFilling(set: RowSet): Collector<RowSet> {
  const seen = new Set<string>();
  return {
    get count() {
      return seen.size;
    },
    take(numbers) {
      for (const row of numbers) {
        set.put(row);
        seen.add(row.number_sid);
      }
    },
    finish: () => without(set, ({ number_sid }) => !seen.has(number_sid)),
  };
}

/** Compares a walk with a complete set, which stays unchanged until the walk is proven. */
export function createComparison(
  set: RowSet,
  since: number,
): Collector<{ set: RowSet; changes: Changes }> {
  const seen = new Set<string>();
  const added = new Map<string, RentedNumber>();
  const changed = new Map<string, RentedNumber>();
  return {
    get count() {
      return seen.size;
    },
    take(numbers) {
      for (const row of numbers) {
        seen.add(row.number_sid);
        const position = set.positionOf(row.number_sid);
        if (position === undefined) added.set(row.number_sid, row);
        // The position is that of a row. What came last is what Apifonica says now.
        else if (sameNumber(row, set.rows[position]!)) changed.delete(row.number_sid);
        else changed.set(row.number_sid, row);
      }
    },
    async finish() {
      const gone = set.rows.filter(({ number_sid }) => !seen.has(number_sid));
      const goneSids = new Set(gone.map(({ number_sid }) => number_sid));
      for (const row of changed.values()) set.replace(row);
      const next = await without(set, ({ number_sid }) => goneSids.has(number_sid));
      for (const row of added.values()) next.put(row);
      return {
        set: next,
        changes: { since, added: new Set(added.keys()), changed: new Set(changed.keys()), gone },
      };
    },
  };
}
