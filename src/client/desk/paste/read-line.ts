import { numberLine } from '#contract/number-line.ts';
import { plainDigits } from '#contract/plain-digits.ts';
import type { NumberFault, NumberRead, readNumber } from '#numbering/read-number.ts';
import { type Column, countDigits, cutLine, enoughDigits } from './cut-list.ts';

/** The reading of a cell, or of several joined cells. */
export type Entry = { text: string } & ({ digits: string } | { fault: NumberFault });

/** Reads the cells of a list. */
export interface ListReader {
  read: typeof readNumber;
  /** Whether the number of a line of digits is rented. */
  isRented: (line: string) => boolean;
  country: string | null;
}

interface Cell {
  text: string;
  count: number;
  read: NumberRead;
}

/** A calling code in a column of its own; with its plus, words may stand beside it. */
const code = /^(?:\p{Nd}{1,4}|[^\p{Nd}+＋]*[+＋]\p{Nd}{1,4}\P{Nd}*)$/u;
const plus = /^\s*[+＋]/u;
const letters = /\p{L}/u;
const mostDigits = 15;
/** Digits without a mark between them, with the plus before them. */
const group = /[+＋]?\p{Nd}+/gu;
/** A rented number of so many digits stands in a text by no chance, even if the text is a valid number. */
const noChance = 10;
/** Groups of digits beside a number that do not belong to it, at the most. */
const mostExtraGroups = 3;
/** The shortest number that can be rented, in digits. */
const fewestDigits = 4;
/** Faults of a text with few digits that has lost the other digits. */
const lostDigits: ReadonlySet<unknown> = new Set<NumberFault>(['rounded', 'letters']);
const nothing: NumberRead = { fault: 'none' };
/** A text that holds nothing but an international number. */
const onlyNumber = /^\s*[+＋]?[\p{Nd}\s().\p{Pd}]{10,30}$/u;
const ownDigits = (text: string) => plainDigits(text).replace(/\D/g, '').replace(/^00/, '');

export function createLineReader({ read, isRented, country }: ListReader) {
  const isKnown = ({ digits }: NumberRead) => digits !== undefined && isRented(numberLine(digits));

  /**
   * A text is one number. Short groups of digits before or behind a rented number are none of it: a
   * row number, a quantity, a price.
   */
  function readText(text: string): NumberRead {
    // Six times faster than by the plans, and most numbers of most lists are rented.
    const asWritten = onlyNumber.test(text) ? ownDigits(text) : null;
    if (asWritten !== null && isRented(numberLine(asWritten))) {
      return { digits: asWritten, isValid: true };
    }
    const whole = read(text, { country, isRented });
    if (isKnown(whole)) return whole;
    const groups = text.match(group) ?? [];
    const least = whole.isValid ? noChance : enoughDigits;
    const most = Math.min(mostExtraGroups, groups.length - 1);
    for (let before = 0; before <= most; before += 1) {
      for (let behind = before === 0 ? 1 : 0; behind <= most; behind += 1) {
        const rest = groups.slice(before, groups.length - behind).join(' ');
        const left = [...groups.slice(0, before), ...groups.slice(groups.length - behind)].join('');
        if (countDigits(rest) < least || countDigits(left) >= enoughDigits) continue;
        const read = readPart(rest, before + behind === 1);
        if (isKnown(read)) return read;
      }
    }
    return whole;
  }

  /** @param mayBeNational reads the part in the country too, which takes its time. */
  function readPart(text: string, mayBeNational: boolean): NumberRead {
    const digits = ownDigits(text);
    if (isRented(numberLine(digits))) return { digits, isValid: true };
    return country !== null && mayBeNational ? read(text, { country, isRented }) : nothing;
  }
  const toEntry = (text: string, { digits, fault }: NumberRead): Entry =>
    digits === undefined ? { text, fault } : { text, digits };

  /** Reads neighbouring cells as one number: if none of them is a number, or if the joined one is rented. */
  function joined(cells: readonly Cell[]): Entry | null {
    const count = cells.reduce((sum, cell) => sum + cell.count, 0);
    const long = cells.filter((cell) => cell.count >= enoughDigits);
    if (cells.length < 2 || count < enoughDigits || count > mostDigits || long.length > 1)
      return null;
    const text = cells.map((cell) => cell.text).join(' ');
    const whole = readText(text);
    if (whole.digits === undefined || long.some((cell) => isKnown(cell.read))) return null;
    // A short cell before a long one is a row's number more often than a calling code without a plus.
    const mayBePossible = long.length === 0 || plus.test(text);
    const isBetter = whole.isValid
      ? !long.some(({ read }) => read.isValid)
      : mayBePossible && !long.some(({ read }) => read.digits);
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

  /** The number of a line with one short cell, such as a rented short code. */
  function shortNumber(cells: readonly Cell[]): Entry[] {
    const [only, ...others] = cells.filter(({ count }) => count >= fewestDigits);
    if (only === undefined || others.length > 0) return [];
    const read = readText(only.text);
    return read.digits === undefined ? [] : [toEntry(only.text, read)];
  }

  /**
   * The columns of a line and its entries: its numbers, and cells that look like a number and are none.
   * @param isNumbered whether the first column counts the lines.
   */
  return function readLine(line: string, isNumbered: boolean) {
    const columns = cutLine(line);
    const entries = isNumbered ? readColumns(line, columns.slice(1)) : [];
    // Without another number the first column may be one, such as a short code.
    return { columns, entries: entries.length > 0 ? entries : readColumns(line, columns) };
  };

  function readColumns(line: string, written: readonly Column[]): Entry[] {
    const columns = written.map(({ text, cells }) => ({ text, cells: cells.map(toCell) }));
    const all = columns.flatMap(({ cells }) => cells);
    const isSplit = !letters.test(line) && columns.every(({ cells }) => cells.length < 2);
    const whole = isSplit ? joined(all) : null;
    if (whole !== null) return [whole];

    const entries: Entry[] = [];
    for (let at = 0; at < columns.length; at += 1) {
      // This column exists; the next one may not.
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
  }
}
