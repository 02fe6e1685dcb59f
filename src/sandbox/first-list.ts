import type { Behaviour } from './behaviour.ts';
import { generateNumbers } from './data/generate-numbers.ts';
import type { InventoryRow } from './matches-filters.ts';
import { type ScenarioName, scenarios } from './scenarios.ts';

/** The behaviour of a scenario; each call makes counters of its own. */
export const behaviourOf = (scenario: ScenarioName | null): Behaviour =>
  scenario === null ? {} : scenarios[scenario].behaviour();

interface Account {
  numbers: number;
  seed: number;
  accountSid: string;
}

/**
 * The numbers that an account rents, or rented on its first day where days pass.
 * Throws RangeError on an impossible `numbers`.
 */
export function firstList(
  { numbers, seed, accountSid }: Account,
  behaviour: Behaviour,
): readonly InventoryRow[] {
  const generated = generateNumbers(numbers, seed, accountSid);
  return behaviour.rows?.(generated) ?? generated;
}
