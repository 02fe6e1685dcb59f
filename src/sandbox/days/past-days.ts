import type { SandboxSettings } from '../create-sandbox.ts';
import { behaviourOf, firstList } from '../first-list.ts';
import type { InventoryRow } from '../matches-filters.ts';
import { DAY, lookedAt } from './calendar.ts';
import { dayLists } from './day-lists.ts';

/** The list of an account on one day. */
export interface PastDay {
  /** 04:00 UTC of the day, in ISO 8601. */
  readonly asOf: string;
  /** A number that did not change is the same object on every day. */
  readonly rows: readonly InventoryRow[];
}

/**
 * The lists of an account on its first days, as requests on those days would have brought them.
 *
 * @param firstDay midnight of the first day in UTC, in epoch milliseconds.
 * @param count how many days.
 */
export function* pastDays(
  settings: Pick<SandboxSettings, 'numbers' | 'seed' | 'accountSid' | 'scenario'>,
  firstDay: number,
  count: number,
): Generator<PastDay, void, void> {
  const { seed, scenario } = settings;
  const lists = dayLists(firstList(settings, behaviourOf(scenario)), { seed, firstDay });
  for (let index = 0; index < count; index += 1) {
    const list = lists.next().value;
    const rows = list.filter((row) => row !== null);
    yield { asOf: lookedAt(firstDay + index * DAY), rows };
  }
}
