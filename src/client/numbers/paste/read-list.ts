import * as words from '../../words/paste.ts';
import type { PhoneReader } from './phone-reader.ts';

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
  why: string;
}

export interface PastedList {
  /** Each number once, in the order it was first seen. */
  numbers: readonly PastedNumber[];
  /** How many more times numbers came that were there already. */
  repeated: number;
  /** What holds no number that can be read. */
  unread: readonly Unread[];
}

const cellEnds = /[\t;,|]/;
/** Between numbers that share a cell; a plus can only begin one. */
const numberEnds = /\s+\/\s+|\s+(?:and|or|&)\s+|\s{2,}|(?<=\d)\s*(?=\+)/i;

const dates =
  /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:\d{4}|\d{2}))(?:[T\s]\d{1,2}:\d{2}.*)?$/;
const rounded = /^\d(?:[.,]\d+)?E\+?\d+$/i;
/** So many digits in a row of digits and separators are meant as a number. */
const looksLikePhone = /^\+?[\d\s().\-–]*$/;
const enoughDigits = 7;

const unquote = (cell: string) =>
  cell
    .trim()
    .replace(/^(["'`])(.*)\1$/, '$2')
    .replace(/^["'`=]+|["'`]+$/g, '')
    .trim();

const digitCount = (text: string) => text.replace(/\D/g, '').length;

/** Why a cell that looks like a number is none; null when it does not look like one. */
function reasonOf(cell: string): string | null {
  if (rounded.test(cell)) return words.rounded;
  if (!looksLikePhone.test(cell)) return null;
  return digitCount(cell) >= enoughDigits ? words.noSuchNumber : null;
}

function readCell(cell: string, read: PhoneReader): PastedNumber[] {
  if (cell === '' || dates.test(cell)) return [];
  const one = (text: string) => {
    const digits = read(text);
    return digits === null ? [] : [{ digits, text }];
  };
  const whole = one(cell);
  if (whole.length > 0) return whole;
  const parts = cell.split(numberEnds).filter(Boolean);
  if (parts.length > 1) return parts.flatMap((part) => readCell(part.trim(), read));
  const pieces = cell.split(/\s+/);
  return pieces.length > 1 ? pieces.flatMap(one) : [];
}

/**
 * The numbers of a list in any format: one or several a line, in a table with other columns, quoted
 * or not. Nothing is lost: a line, or a cell that looks like a number, that cannot be read is listed.
 */
export function readList(text: string, read: PhoneReader): PastedList {
  const seen = new Map<string, PastedNumber>();
  const unread: Unread[] = [];
  let repeated = 0;
  for (const [at, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (line.trim() === '') continue;
    let hasNumber = false;
    const lost: Unread[] = [];
    // A number may have any of the separators of cells in it, so the whole line is tried first.
    const whole = read(unquote(line));
    const cells = whole === null ? line.split(cellEnds).map(unquote) : [unquote(line)];
    for (const cell of cells) {
      const found = readCell(cell, read);
      for (const number of found) {
        hasNumber = true;
        if (seen.has(number.digits)) repeated += 1;
        else seen.set(number.digits, number);
      }
      const why = found.length > 0 || dates.test(cell) ? null : reasonOf(cell);
      if (why !== null) lost.push({ line: at + 1, text: cell, why });
    }
    if (!hasNumber && lost.length === 0) {
      lost.push({ line: at + 1, text: line.trim(), why: words.noNumber });
    }
    unread.push(...lost);
  }
  return { numbers: [...seen.values()], repeated, unread };
}
