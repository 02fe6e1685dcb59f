import { numberLine } from '#contract/number-line.ts';
import type { NumberFault } from '#numbering/read-number.ts';
import { createLineReader, type Entry, type ListReader } from './read-line.ts';

export interface PastedNumber {
  /** E.164 digits. */
  digits: string;
  /** As it was written. */
  text: string;
}

export interface Unread {
  /** The line, from 1. */
  line: number;
  text: string;
  fault: NumberFault;
}

export interface PastedList {
  /** Each number once, in the order it was first seen. */
  numbers: readonly PastedNumber[];
  /** How many more times numbers came that were there already. */
  repeated: number;
  /** Cells that look like a number and are none, and lines without any. */
  unread: readonly Unread[];
}

const lineEnds = /\r\n|[\r\n\u2028\u2029\u0085\v\f]/;

/** A line whose first column is a place in a list. */
const firstColumn = /^\s*"?(\d{1,6})"?\s*[.)]?\s*[\t;,|]/;

/** Whether the first column of each line counts the lines: one more than before, or one less than next. */
function numberedLines(lines: readonly string[]): boolean[] {
  const places = lines.map((line) => Number(firstColumn.exec(line)?.[1] ?? Number.NaN));
  return places.map((place, at) => place - 1 === places[at - 1] || place + 1 === places[at + 1]);
}

/** What is in each line of a list, in order; a line with nothing in it is an entry without a number. */
export function readEntries(text: string, reader: ListReader): (Entry & { line: number })[] {
  const readLine = createLineReader(reader);
  const lines = text.split(lineEnds).map((line) => line.trim());
  const isNumbered = numberedLines(lines);
  return lines.flatMap((written, at) => {
    if (!/[\p{L}\p{N}]/u.test(written)) return [];
    // The lines are as many.
    const entries = readLine(written, isNumbered[at]!);
    const found: Entry[] = entries.length > 0 ? entries : [{ text: written, fault: 'none' }];
    return found.map((entry) => ({ ...entry, line: at + 1 }));
  });
}

/**
 * The numbers of a list in any format: one or several a line, in a table with other columns, quoted
 * or not. Nothing is lost: a cell with the digits of a number that cannot be read is listed, and so
 * is a line in which there is none.
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
