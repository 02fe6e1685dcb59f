import type { Random } from '../data/random.ts';
import { offsetOf, rfc2822Date } from '../data/rfc2822-date.ts';
import type { NumberList } from '../inventory.ts';
import type { InventoryRow } from '../matches-filters.ts';

const HOUR = 3_600_000;

/** A day in the making: the list of the day before, and what happens to it. */
export interface Day {
  readonly random: Random;
  /** The list, changed in place. */
  readonly list: (InventoryRow | null)[];
  /** All numbers that were ever rented, so that none comes twice. */
  readonly taken: Set<string>;
  /** Numbers to which nothing has happened yet on this day, picked at random; fewer at the end. */
  pick(count: number): Picked[];
  /** A moment of the working day before, written with the offset of another date. */
  moment(like: string): string;
}

/** A number and its place in the list. */
interface Picked {
  readonly at: number;
  readonly row: InventoryRow;
}

/**
 * Begins a day.
 *
 * @param midnight the start of the day in UTC; everything happens between 8 and 18 hours before.
 */
export function beginDay(
  before: NumberList,
  { midnight, random, taken }: { midnight: number; random: Random; taken: Set<string> },
): Day {
  const list = [...before];
  const untouched = before.flatMap((row, at): Picked[] => (row === null ? [] : [{ at, row }]));
  return {
    random,
    list,
    taken,
    pick(count) {
      const picked: Picked[] = [];
      while (picked.length < count && untouched.length > 0) {
        const index = random.below(untouched.length);
        const last = untouched.pop();
        if (last === undefined) break;
        // The last one takes the place of the picked one.
        picked.push(untouched[index] ?? last);
        if (index < untouched.length) untouched[index] = last;
      }
      return picked;
    },
    moment: (like) => rfc2822Date(midnight - 16 * HOUR + random.below(10 * HOUR), offsetOf(like)),
  };
}
