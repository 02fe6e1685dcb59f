/** So many digits are meant as a number. */
export const enoughDigits = 7;

const digit = /\p{Nd}/gu;
export const countDigits = (text: string): number => text.match(digit)?.length ?? 0;
const isLong = (text: string) => countDigits(text) >= enoughDigits;

/** A vCard's number, of which the parameters are no cells. */
const vcard =
  /^\s*(?:[\w-]+\.)?tel(?:;[a-z-]+(?:=(?:"[^"]*"|[^";:]*))?)+:(?:[^\t;,|]|;(?=ext=))*$/i;
/** A cell in quotes, a rounded number with a comma, a link's own parameters, or what is between marks. */
const columns =
  /"(?:[^"]|""){0,500}"(?=\s*(?:[\t;,|]|$))|\p{Nd},\p{Nd}+E\+?\p{Nd}+(?=\s*(?:[\t;,|]|$))|(?:[^\t;,|]|;(?=(?:ext|isub|phone-context|user|transport)=))+/giu;

/** A word that is no label: an identifier, a link, an address. */
const mixed = /(\S*(?:\p{L}\p{Nd}|\p{Nd}\p{L}|:\/\/|@|\?\S*=|;phone-context=)\S*)/u;
const letters = /[\p{L}\p{M}]+/u;
const exponent = /\p{Nd}E\+?\p{Nd}/iu;
/** Digits and then letters for more of them: 1-800-FLOWERS. */
const spelt = /^\s*\+?(?:\p{Nd}[\s().-]*){3,6}[\s.-][a-z][a-z\s.-]{3,}$/iu;

/** A plus can only begin a number. */
const beforePlus = /(?<=[\p{Nd})\]])\s*(?=[+＋])/u;
/** What parts numbers, unless all before it is too short to be one. */
const between = /\s+[/\\]\s+|\s*&\s*|\s{2,}/;

/** Joins what is too short to what follows; what is too short at the end stays alone. */
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

/** Parts a text where at least two of its parts are long enough; otherwise it is one number. */
function part(text: string, ends: RegExp): string[] {
  const pieces = text.split(ends);
  return pieces.filter(isLong).length > 1 ? gather(pieces) : [text];
}

/** The numbers that digits and marks in one column may be. */
const cutDigits = (text: string): string[] =>
  text
    .split(beforePlus)
    .flatMap((one) => part(one, between))
    .flatMap((one) => part(one, /\s+/));

/** Longer texts hold many numbers or none; the patterns here would take too long over them. */
const longest = 1000;

function cutColumn(text: string): string[] {
  if (text.length > longest) {
    return text.split(/\s+/).flatMap((one) => (one.length > longest ? [one] : cutColumn(one)));
  }
  if (exponent.test(text) || spelt.test(text)) return [text];
  if (!letters.test(text)) return cutDigits(text);
  return text
    .split(mixed)
    .flatMap((piece, at) => (at % 2 === 1 ? [piece] : piece.split(letters).flatMap(cutDigits)));
}

const quoted = /^\s*"((?:[^"]|"")*)"\s*$/;

/** Marks in quotes part cells too, unless what they part is too short: "442,079,460,001" */
function cutQuoted(text: string): string[] {
  const cells = text.split(/[\t;,|]/).flatMap(cutColumn);
  const isOne = !letters.test(text) && !cells.some(isLong);
  return isOne ? [cells.join(' ')] : cells;
}

/**
 * The cells of a line of a pasted list, by column: between tabs, semicolons, commas and bars, and in
 * a column wherever one number ends and another begins. Every digit of the line is in one cell.
 */
export function cutLine(line: string): string[][] {
  if (vcard.test(line)) return [[line.trim()]];
  return (line.match(columns) ?? []).map((column) => {
    const [, inside] = quoted.exec(column) ?? [];
    const cells = inside === undefined ? cutColumn(column) : cutQuoted(inside);
    return cells.map((cell) => cell.trim()).filter((cell) => countDigits(cell) > 0);
  });
}
