import { numberLine } from '#contract/number-line.ts';
import type { NumberFault } from '#numbering/read-number.ts';
import { createBreather } from '../../lib/yield-to-page.ts';
import { besideNumbers } from './beside-number.ts';
import type { Column } from './cut-list.ts';
import { createLineReader, type Entry, type ListReader } from './read-line.ts';

export interface PastedNumber {
  /** E.164 digits. */
  digits: string;
  /** The text as it was pasted. */
  text: string;
  /** The texts beside the number, mostly its name. */
  beside: readonly string[];
}

export interface Unread {
  /** The line, counted from 1. */
  line: number;
  text: string;
  fault: NumberFault;
}

export interface PastedList {
  /** Every number once by its `numberLine`, in the order of the list. */
  numbers: ReadonlyMap<string, PastedNumber>;
  /** The count of repeated numbers. */
  repeated: number;
  /** Cells that look like a number and are none, and lines without a number. */
  unread: readonly Unread[];
}

const lineEnds = /\r\n|[\r\n\u2028\u2029\u0085\v\f]/;

/** A line whose first column may be the line's own number. */
const firstColumn = /^\s*"?(\d{1,6})"?\s*[.)]?\s*[\t;,|]/;

/** The fewest consecutive numbers that count lines; a count that begins at 1 needs only two. */
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

interface ReadLine {
  /** The line, counted from 1, and its text. */
  line: number;
  written: string;
  columns: readonly Column[];
  entries: readonly Entry[];
}

/** The entries of each line in order. A line without a number is an entry with a fault. */
export function* readLines(text: string, reader: ListReader): Generator<ReadLine> {
  const readLine = createLineReader(reader);
  const lines = text.split(lineEnds).map((line) => line.trim());
  const isNumbered = numberedLines(lines);
  for (const [at, written] of lines.entries()) {
    if (!/[\p{L}\p{N}]/u.test(written)) continue;
    // `isNumbered` has an entry for every line.
    const { columns, entries } = readLine(written, isNumbered[at]!);
    const found: Entry[] = entries.length > 0 ? entries : [{ text: written, fault: 'none' }];
    yield { line: at + 1, written, columns, entries: found };
  }
}

function createCollector() {
  const numbers = new Map<string, PastedNumber>();
  const unread: Unread[] = [];
  let repeated = 0;

  function add({ line, columns, entries }: ReadLine) {
    const read = entries.filter((entry) => 'digits' in entry);
    const beside =
      read.length === 0
        ? []
        : besideNumbers(
            columns,
            read.map(({ text }) => text),
          );
    for (const entry of entries) {
      if ('fault' in entry) {
        unread.push({ ...entry, line });
        continue;
      }
      const { digits, text } = entry;
      const key = numberLine(digits);
      const known = numbers.get(key);
      if (known) repeated += 1;
      const texts = known ? [...new Set([...known.beside, ...beside])] : beside;
      numbers.set(key, known ? { ...known, beside: texts } : { digits, text, beside });
    }
  }
  return { add, list: (): PastedList => ({ numbers, repeated, unread }) };
}

/**
 * The numbers of a list in any format: one or several per line, in a table with other columns, quoted
 * or not. Nothing is lost: an unreadable cell with the digits of a number is listed, and so is a line
 * without a number.
 */
export function readList(text: string, reader: ListReader): PastedList {
  const { add, list } = createCollector();
  for (const line of readLines(text, reader)) add(line);
  return list();
}

/** Work that takes longer shows its progress. */
const progressMs = 200;

/**
 * The same in slices: the page stays usable while it reads a long list.
 *
 * @param onProgress is told the share of the text that is read, from time to time.
 * @returns null once the signal is aborted.
 */
export async function readListInSlices(
  text: string,
  reader: ListReader,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<PastedList | null> {
  const { add, list } = createCollector();
  const breathe = createBreather();
  let said = performance.now();
  let done = 0;
  for (const line of readLines(text, reader)) {
    add(line);
    done += line.written.length + 1;
    await breathe();
    if (signal.aborted) return null;
    if (performance.now() - said < progressMs) continue;
    said = performance.now();
    onProgress(done / text.length);
  }
  return list();
}
