import type { InventoryEvent } from '#contract/inventory.ts';
import { toRented } from '../files/stored-number.ts';
import { openList } from './read-files.ts';
import { inSelection } from './select-rows.ts';
import type { Tasks } from './tasks.ts';

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
