/**
 * The notation of a number in a spreadsheet cell that was too narrow: 4.4208E+11, 4,4208 × 10^11.
 */
const exponential =
  /^[^\d]?(\d{1,3})(?:[.,٫](\d*))?\s?(?:[EЕ]\s?\+?\s?|[x×*·]\s?10\s?\^\s?)(\d{1,3})[^\w]?$/i;
/** Numbers with fewer or more digits are no phone numbers. */
const fewest = 7;
const most = 15;

/** The digits before and behind the point, and the exponent; null for any other text. */
function parts(plain: string) {
  const found = exponential.exec(plain);
  if (found === null) return null;
  const [, first = '', rest = '', exponent = ''] = found;
  const count = first.length + Number(exponent);
  return count >= fewest && count <= most ? { first, rest, exponent: Number(exponent) } : null;
}

/** The digits of an exponential notation; null for any other text, or when digits were lost. */
export function sheetNumber(plain: string): string | null {
  const found = parts(plain);
  return found !== null && found.rest.length === found.exponent ? found.first + found.rest : null;
}

/** Whether a spreadsheet has replaced digits of a number by an exponent. */
export const isRounded = (plain: string): boolean =>
  parts(plain) !== null && sheetNumber(plain) === null;

/** ITU-T E.161: the letters of the keys 2 to 9. */
const keys = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];

const keyOf = (letter: string) => String(keys.findIndex((key) => key.includes(letter)) + 2);

/** Groups of up to four digits, and then words: `1-800-FLOWERS`, `(0800) REVERSE`, `1800FLOWERS`. */
const written =
  /^((?:[\s.()-]*\d{1,4}(?!\d)){1,3}|[\s(]*\+(?:[\s.()-]*\d{1,4}(?!\d)){1,3})([\s.)-]*)[a-z](?:[\s.-]?[a-z\d])*$/i;
/**
 * Prefixes of freephone and shared-cost numbers, which people continue in letters. Letters behind
 * other digits may be a postal code.
 */
const spokenCode = /^(?:1?8\d\d|0?[89]\d\d|0?[89]00|1[38]00|13\d\d)$/;

/** Marks that are read as a dash between groups. */
const otherDashes = /[\p{Pd}·•_/]/gu;

const fewestSpelt = 10;
const mostSpelt = 13;

/** The digits of a number written with letters, with its `+`; null for any other text. */
export function vanityDigits(bare: string): string | null {
  const plain = bare.replace(otherDashes, '-');
  const found = written.exec(plain);
  if (found === null) return null;
  const [, begin = '', mark = ''] = found;
  if (!mark.includes('-') && !spokenCode.test(begin.replace(/\D/g, ''))) return null;
  const digits = plain
    .toLowerCase()
    .replace(/[a-z]/g, keyOf)
    .replace(/[^\d+]/g, '');
  const count = digits.replace('+', '').length;
  return count >= fewestSpelt && count <= mostSpelt ? digits : null;
}
