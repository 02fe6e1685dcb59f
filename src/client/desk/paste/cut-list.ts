import { bareNumber } from '#numbering/bare-number.ts';
import { speltDigits } from '#numbering/read-number.ts';

/** A text with this many digits is meant as a phone number. */
export const enoughDigits = 7;

const digit = /\p{Nd}/gu;
export const countDigits = (text: string): number => text.match(digit)?.length ?? 0;
const isLong = (text: string) => countDigits(text) >= enoughDigits;

/** The number of a vCard. Its parameters are not cells. */
const vcard =
  /^\s*(?:[\w-]+\.)?tel(?:;[a-z-]+(?:=(?:"[^"]*"|[^";:]*))?)+:(?:[^\t;,|]|;(?=ext=))*$/i;
/** A column: a quoted cell, a rounded number with a comma, a link's parameters, or text between marks. */
const columns =
  /"(?:[^"]|""){0,500}"(?=\s*(?:[\t;,|]|$))|\p{Nd},\p{Nd}+E\+?\p{Nd}+(?=\s*(?:[\t;,|]|$))|(?:[^\t;,|]|;(?=(?:ext|isub|phone-context|user|transport)=))+/giu;

/** The end of a number with its extension, `9743x123`: the digits belong to those before them. */
const extended = /^[\p{Nd}().\p{Pd}]+(?:x|ext\.?)\p{Nd}{1,6}$/iu;
/** A word that is not a label: an identifier, a link, an address. */
const mixed = /\p{L}\p{Nd}|\p{Nd}\p{L}|:\/\/|@|\?\S*=|;phone-context=/u;
/** The long vowel of Japanese is a dash between digits. */
const letters = /(?!(?<=\p{Nd})[ーｰ]\p{Nd})\p{L}[\p{L}\p{M}]*/u;
/** A number that a spreadsheet has rounded, anywhere in a text. */
const exponent =
  /(?<![\p{L}\p{Nd}+])\p{Nd}{1,3}(?:[.,٫]\p{Nd}*)?\s?(?:[EЕ]\s?\+?|[x×*·]\s?10\s?\^)\s?\p{Nd}{1,3}(?![\p{L}\p{Nd}])/iu;

/** A plus can only begin a number. */
const beforePlus = /(?<=[\p{Nd})\]])\s*(?=[+＋])/u;
/** Characters that separate numbers, unless all before them is too short for a number. */
const between = /\s+[/\\\p{Pd}]+\s+|\s*&\s*|\s{2,}/u;
const anyMark = /[^\p{Nd}\p{M}+＋]+/u;

/** Joins a piece that is too short to the piece behind it. A short last piece stays alone. */
function gather(pieces: readonly string[]): string[] {
  const cells: string[] = [];
  let open: string[] = [];
  for (const piece of pieces) {
    open.push(piece);
    if (!isLong(piece)) continue;
    cells.push(open.join(' '));
    open = [];
  }
  return open.length > 0 ? [...cells, open.join(' ')] : cells;
}

/** Splits a text if at least two parts are long enough; otherwise the text is one number. */
function part(text: string, ends: RegExp): string[] {
  const pieces = text.split(ends);
  return pieces.filter(isLong).length > 1 ? gather(pieces) : [text];
}

/** The possible numbers in a text of digits and marks. */
const cutDigits = (text: string): string[] =>
  text
    .split(beforePlus)
    .flatMap((one) => part(one, between))
    .flatMap((one) => part(one, anyMark));

/** Splits a text into words that are cells of their own, and the text between them. */
function cutWords(text: string): string[] {
  const cells: string[] = [];
  let open = '';
  for (const piece of text.split(/(\s+)/)) {
    if (!(mixed.test(piece) && isLong(piece)) || extended.test(piece)) {
      open += piece;
      continue;
    }
    cells.push(...open.split(letters).flatMap(cutDigits), piece);
    open = '';
  }
  return [...cells, ...open.split(letters).flatMap(cutDigits)];
}

/** Longer texts hold many numbers or none, and the patterns would take too long over them. */
const longest = 1000;

/** The parts of a text that is too long: where a plus begins a number, else at wide spaces, else words. */
function cutLong(text: string): string[] {
  for (const ends of [beforePlus, /\s{2,}/, /\s+/]) {
    const parts = text.split(ends);
    if (parts.length > 1) return parts.flatMap(cutColumn);
  }
  return [text];
}

function cutColumn(text: string): string[] {
  if (text.length > longest) return cutLong(text);
  const rounded = exponent.exec(text);
  if (rounded !== null) {
    const end = rounded.index + rounded[0].length;
    return [...cutColumn(text.slice(0, rounded.index)), rounded[0], ...cutColumn(text.slice(end))];
  }
  if (!letters.test(text)) return cutDigits(text);
  return speltDigits(bareNumber(text)) === null ? cutWords(text) : [text];
}

const quoted = /^\s*"((?:[^"]|"")*)"\s*$/;

/** Splits a quoted cell at its marks too, unless the parts are too short: "442,079,460,001" */
function cutQuoted(text: string): string[] {
  const cells = text.split(/[\t;,|]/).flatMap(cutColumn);
  const isOne = !letters.test(text) && !cells.some(isLong);
  return isOne ? [cells.join(' ')] : cells;
}

/** Replaces the separators of other scripts by the usual ones. */
const toKnownMarks = (line: string) => line.replace(/[；؛]/g, ';').replace(/[，、،]/g, ',');

/** A column of a line, and its possible numbers. */
export interface Column {
  text: string;
  cells: readonly string[];
}

function toColumn(text: string): Column {
  const [, inside] = quoted.exec(text) ?? [];
  const cells = inside === undefined ? cutColumn(text) : cutQuoted(inside);
  const written = cells.map((cell) => cell.trim()).filter((cell) => countDigits(cell) > 0);
  return { text: (inside ?? text).trim(), cells: written };
}

/**
 * The columns of a line of a pasted list, between tabs, semicolons, commas and bars. Each column is
 * cut where one number ends and the next begins. Every digit of the line is in exactly one cell.
 */
export function cutLine(line: string): Column[] {
  if (vcard.test(line)) return [{ text: line, cells: [line.trim()] }];
  return (toKnownMarks(line).match(columns) ?? []).map(toColumn);
}
