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

const fewest = 10;
const most = 13;

/** The digits of a number written with letters, with its `+`; null for any other text. */
export function vanityDigits(bare: string): string | null {
  const plain = bare.replace(otherDashes, '-');
  const [, begin = '', mark = ''] = written.exec(plain) ?? [];
  if (begin === '' || !(mark.includes('-') || spokenCode.test(begin.replace(/\D/g, ''))))
    return null;
  const digits = plain
    .toLowerCase()
    .replace(/[a-z]/g, keyOf)
    .replace(/[^\d+]/g, '');
  const count = digits.replace('+', '').length;
  return count >= fewest && count <= most ? digits : null;
}
