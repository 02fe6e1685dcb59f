import type { Random } from './random.ts';
import { rfc2822Date } from './rfc2822-date.ts';
import { weighted } from './weighted.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Fixed ends, never the clock: the same seed has to give the same inventory next year. */
const FIRST_RENTAL = Date.UTC(2016, 10, 1);
const LAST_CHANGE = Date.UTC(2026, 10, 20);

const drawOffset = weighted([
  [180, 40],
  [120, 25],
  [0, 20],
  [60, 10],
  [-300, 3],
  [330, 2],
]);

interface RowDates {
  readonly created: string;
  readonly updated: string;
}

/**
 * When a number was rented and last changed, both RFC 2822 with the same numeric offset.
 *
 * @param backwards puts `updated` before `created`, as no healthy inventory would
 */
export function drawDates(random: Random, backwards: boolean): RowDates {
  const offset = drawOffset(random);
  const created = FIRST_RENTAL + random.below(LAST_CHANGE - FIRST_RENTAL - DAY);
  // A third of the numbers were never changed after the rental, which itself takes the vendor some
  // seconds.
  const age = random.chance(0.33)
    ? random.below(MINUTE)
    : random.below(LAST_CHANGE - created - MINUTE);
  const updated = backwards ? created - MINUTE - random.below(30 * DAY) : created + age;
  return { created: rfc2822Date(created, offset), updated: rfc2822Date(updated, offset) };
}
