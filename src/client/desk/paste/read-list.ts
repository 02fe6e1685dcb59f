import { numberLine } from '#contract/number-line.ts';
import type { NumberFault } from '#numbering/read-number.ts';
import { createLineReader, type Entry, type ListReader } from './read-line.ts';

export interface PastedNumber {
  /** E.164 digits. */
  digits: string;
  /** The text as it was pasted. */
  text: string;
}

export interface Unread {
  /** The line, counted from 1. */
  line: number;
  text: string;
  fault: NumberFault;
}

export interface PastedList {
  /** Every number once, in the order of the list. */
  numbers: readonly PastedNumber[];
  /** The count of repeated numbers. */
  repeated: number;
  /** Cells that look like a number and are none, and lines without a number. */
  unread: readonly Unread[];
}

const lineEnds = /\r\n|[\r\n\u2028\u2029\u0085\v\f]/;

/** A line whose first column may be the line's own number. */
const firstColumn = /^\s*"?(\d{1,6})"?\s*[.)]?\s*[\t;,|]/;

/** So many lines in a row with consecutive numbers are no chance; from 1 on, two are enough. */
const fewestNumbered = 3;

/** Whether each line's first column counts lines: by one from line to line. */
function numberedLines(lines: readonly string[]): boolean[] {
  const places = lines.map((line) => Number(firstColumn.exec(line)?.[1] ?? Number.NaN));
  const isNumbered = lines.map(() => false);
  for (let from = 0, end = 1; from < places.length; from = end, end += 1) {
    while (places[end] === places[end - 1]! + 1) end += 1;
    const least = places[from]! <= 1 ? 2 : fewestNumbered;
    if (end - from >= least) isNumbered.fill(true, from, end);
  }
  return isNumbered;
}

/** The entries of all lines in order. A line without a number is an entry with a fault. */
export function readEntries(text: string, reader: ListReader): (Entry & { line: number })[] {
  const readLine = createLineReader(reader);
  const lines = text.split(lineEnds).map((line) => line.trim());
  const isNumbered = numberedLines(lines);
  return lines.flatMap((written, at) => {
    if (!/[\p{L}\p{N}]/u.test(written)) return [];
    // `isNumbered` has an entry for every line.
    const entries = readLine(written, isNumbered[at]!);
    const found: Entry[] = entries.length > 0 ? entries : [{ text: written, fault: 'none' }];
    return found.map((entry) => ({ ...entry, line: at + 1 }));
  });
}

/**
 * The numbers of a list in any format: one or several per line, in a table with other columns, quoted
 * or not. Nothing is lost: an unreadable cell with the digits of a number is listed, and so is a line
 * without a number.
 */
export function readList(text: string, reader: ListReader): PastedList {
  const seen = new Map<string, PastedNumber>();
  const unread: Unread[] = [];
  let repeated = 0;
  for (const entry of readEntries(text, reader)) {
    if ('fault' in entry) {
      unread.push(entry);
      continue;
    }
    const { digits, text: written } = entry;
    const key = numberLine(digits);
    if (seen.has(key)) repeated += 1;
    else seen.set(key, { digits, text: written });
  }
  return { numbers: [...seen.values()], repeated, unread };
}
