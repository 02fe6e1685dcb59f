import type { InventoryEvent } from '#contract/inventory.ts';
import type { RentedNumber } from '#contract/number.ts';
import type { NumberSelection } from '#contract/selection.ts';
import { matchesFilters } from '../../upstream/matches-filters.ts';
import { toRented } from '../files/stored-number.ts';
import { openList } from './read-files.ts';
import type { Tasks } from './tasks.ts';

/** Values are compared as the upstream's are: without regard to upper and lower case. */
const oneOf = (values: readonly string[] | undefined) => {
  if (values === undefined) return () => true;
  const lower = new Set(values.map((value) => value.toLowerCase()));
  return (value: string) => lower.has(value.toLowerCase());
};

/** Whether a row belongs to a selection. */
function inSelection({
  country_code,
  type,
  ...single
}: NumberSelection): (row: RentedNumber) => boolean {
  const hasCountry = oneOf(country_code);
  const hasType = oneOf(type);
  return (row) => hasCountry(row.country_code) && hasType(row.type) && matchesFilters(row, single);
}

/** A line of so many numbers is parsed within a frame. */
const numbersOfLine = 500;

const encoder = new TextEncoder();

export const lineOf = (event: unknown) => encoder.encode(`${JSON.stringify(event)}\n`);

export const listTask = (warn: (words: string) => void): Tasks['list'] =>
  async function* ({ sources, selection }, signal) {
    const isSelected = inSelection(selection);
    let total = 0;
    for await (const rows of await openList(sources, { signal, warn })) {
      const selected = rows.map(toRented).filter(isSelected);
      for (let from = 0; from < selected.length; from += numbersOfLine) {
        const numbers = selected.slice(from, from + numbersOfLine);
        total += numbers.length;
        yield lineOf({ event: 'numbers', numbers } satisfies InventoryEvent);
      }
    }
    return total;
  };
