import { type CursorCodec, createCursorCodec } from '../cursor-codec.ts';
import { createInventory, type Inventory, type NumberList } from '../inventory.ts';
import { DAY, midnightBefore } from './calendar.ts';
import { dayLists } from './day-lists.ts';

interface CurrentList {
  readonly inventory: Inventory;
  readonly cursors: CursorCodec;
}

/**
 * A function that gives the list of today. Without a first day this is always the list as given;
 * else the list moves on at midnight in UTC, and never goes back with the clock.
 *
 * @param firstDay midnight of the day with the list as given, in epoch milliseconds.
 */
export function createTodaysList(
  first: NumberList,
  { seed, firstDay }: { seed: number; firstDay: number | null },
): () => CurrentList {
  const current = (list: NumberList): CurrentList => ({
    inventory: createInventory(list),
    cursors: createCursorCodec(seed, list.length),
  });
  if (firstDay === null) {
    const only = current(first);
    return () => only;
  }
  const lists = dayLists(first, { seed, firstDay });
  let list = lists.next().value;
  let today = current(list);
  let next = firstDay + DAY;
  return () => {
    const end = midnightBefore(Date.now(), 0);
    if (next > end) return today;
    for (; next <= end; next += DAY) list = lists.next().value;
    today = current(list);
    return today;
  };
}
