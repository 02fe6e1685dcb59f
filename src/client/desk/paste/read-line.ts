import { numberLine } from '#contract/number-line.ts';
import type { NumberFault, NumberRead, readNumber } from '#numbering/read-number.ts';
import { countDigits, cutLine, enoughDigits } from './cut-list.ts';

/** What a cell, or joined cells, of a line are. */
export type Entry = { text: string } & ({ digits: string } | { fault: NumberFault });

/** How the cells of a list are read. */
export interface ListReader {
  read: typeof readNumber;
  /** Whether a number, as numbers are compared, is rented. */
  isRented: (line: string) => boolean;
  country: string | null;
}

interface Cell {
  text: string;
  count: number;
  read: NumberRead;
}

/** A country's code in a column of its own. */
const code = /^\+?\p{Nd}{1,4}$/u;
const letters = /\p{L}/u;
const mostDigits = 15;
/** The shortest number that anybody rents. */
const fewestDigits = 4;
/** What a text of few digits can be that has lost the others. */
const lostDigits: ReadonlySet<unknown> = new Set<NumberFault>(['rounded', 'letters']);
const nothing: NumberRead = { fault: 'none' };

export function createLineReader({ read, isRented, country }: ListReader) {
  const readText = (text: string) => read(text, { country, isRented });
  const isKnown = ({ digits }: NumberRead) => digits !== undefined && isRented(numberLine(digits));
  const toEntry = (text: string, { digits, fault }: NumberRead): Entry =>
    digits === undefined ? { text, fault } : { text, digits };

  /** Whether cells are one number: when none of them is one, or when it is rented. */
  function joined(cells: readonly Cell[]): Entry | null {
    const count = cells.reduce((sum, cell) => sum + cell.count, 0);
    const long = cells.filter((cell) => cell.count >= enoughDigits);
    if (cells.length < 2 || count < enoughDigits || count > mostDigits || long.length > 1)
      return null;
    const text = cells.map((cell) => cell.text).join(' ');
    const whole = readText(text);
    if (whole.digits === undefined || long.some((cell) => isKnown(cell.read))) return null;
    const isBetter = whole.isValid
      ? !long.some(({ read }) => read.isValid)
      : !long.some(({ read }) => read.digits);
    return isBetter || isKnown(whole) ? { text, digits: whole.digits } : null;
  }

  function ownEntries({ text, count, read }: Cell): Entry[] {
    const isMeant =
      count >= enoughDigits || read.digits !== undefined || lostDigits.has(read.fault);
    return isMeant ? [toEntry(text, read)] : [];
  }

  const toCell = (text: string): Cell => {
    const count = countDigits(text);
    const isLabel = count < enoughDigits && !letters.test(text);
    return { text, count, read: isLabel ? nothing : readText(text) };
  };

  /** The number of a line that has one short cell, such as a short code that is rented. */
  function shortNumber(cells: readonly Cell[]): Entry[] {
    const [only, ...others] = cells.filter(({ count }) => count >= fewestDigits);
    if (only === undefined || others.length > 0) return [];
    const read = readText(only.text);
    return read.digits === undefined ? [] : [toEntry(only.text, read)];
  }

  /**
   * What a line holds: its numbers, and what looks like one and is none; nothing where it has neither.
   * @param isNumbered whether its first column counts the lines.
   */
  return function readLine(line: string, isNumbered: boolean): Entry[] {
    const columns = cutLine(line)
      .slice(isNumbered ? 1 : 0)
      .map(({ text, cells }) => ({ text, cells: cells.map(toCell) }));
    const all = columns.flatMap(({ cells }) => cells);
    const isSplit = !letters.test(line) && columns.every(({ cells }) => cells.length < 2);
    const whole = isSplit ? joined(all) : null;
    if (whole !== null) return [whole];

    const entries: Entry[] = [];
    for (let at = 0; at < columns.length; at += 1) {
      // The column is there, and the next one may be.
      const { text, cells } = columns[at]!;
      const next = columns[at + 1]?.cells ?? [];
      const withCode = code.test(text) && next.length === 1 ? joined([...cells, ...next]) : null;
      if (withCode !== null) {
        entries.push(withCode);
        at += 1;
      } else {
        entries.push(...cells.flatMap(ownEntries));
      }
    }
    return entries.length > 0 ? entries : shortNumber(all);
  };
}
