import { type CursorCodec, createCursorCodec } from '../cursor-codec.ts';
import { createRandom } from '../data/random.ts';
import { createInventory, type Inventory, type NumberList } from '../inventory.ts';
import { DAY, midnightBefore } from './calendar.ts';
import { beginDay, type Day } from './day.ts';
import { changeSome, renameMany, rentForCampaign, rentSome } from './events.ts';

/** Gives numbers back, or loses them: the API does not tell the two apart. */
function giveBack(day: Day, count: number): void {
  for (const { at } of day.pick(count)) day.list[at] = null;
}

/** Every four weeks, on these days of the four weeks, many numbers change at once. */
const ROUND = 28;
const CAMPAIGN_ON = 5;
const VANISHING_ON = 12;
const RENAMING_ON = 19;

/** An account doubles at most. */
const CAMPAIGN_NUMBERS = 40;
/** After a balance of zero. A small account loses a tenth of its numbers at most. */
const VANISHING_NUMBERS = 60;

/** A usual day: some of everything, and hardly anything at weekends. The last number stays. */
function passUsualDay(day: Day, isWeekend: boolean, rented: number) {
  const { random } = day;
  const most = Math.min(6, Math.ceil(rented / 40));
  rentSome(day, isWeekend ? 0 : random.below(most + 1));
  giveBack(day, isWeekend ? 0 : Math.min(random.below(most + 1), rented - 1));
  changeSome(day, isWeekend ? random.below(2) : Math.min(most, 1) + random.below(most));
}

function passGreatDay(day: Day, index: number, rented: number) {
  const on = index % ROUND;
  if (on === CAMPAIGN_ON) rentForCampaign(day, Math.min(CAMPAIGN_NUMBERS, rented));
  if (on === VANISHING_ON) giveBack(day, Math.min(VANISHING_NUMBERS, Math.floor(rented / 10)));
  if (on === RENAMING_ON) renameMany(day, Math.floor(index / ROUND));
}

/**
 * The list of an account on each day, without end. The first is the list as given. From day to day
 * numbers are rented, changed and given back; all other numbers are the same objects.
 *
 * Deterministic: the same list, seed and first day give the same days.
 *
 * @param firstDay midnight of the first day in UTC, in epoch milliseconds.
 */
export function* dayLists(
  first: NumberList,
  { seed, firstDay }: { seed: number; firstDay: number },
): Generator<NumberList, never, void> {
  const random = createRandom(seed ^ 0x0da75);
  const taken = new Set(first.flatMap((row) => row?.number ?? []));
  let list = first;
  for (let index = 1; ; index += 1) {
    yield list;
    const midnight = firstDay + index * DAY;
    const day = beginDay(list, { midnight, random, taken });
    const rented = list.reduce((count, row) => count + (row === null ? 0 : 1), 0);
    passUsualDay(day, [0, 6].includes(new Date(midnight - DAY).getUTCDay()), rented);
    passGreatDay(day, index, rented);
    list = day.list;
  }
}

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
