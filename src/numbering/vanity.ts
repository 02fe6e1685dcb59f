/** ITU-T E.161: the letters of the keys 2 to 9. */
const keys = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];

const keyOf = (letter: string) => String(keys.findIndex((key) => key.includes(letter)) + 2);

/** Three digits or more, then words: `1-800-FLOWERS`, `0800 REVERSE`. */
const written = /^\+?[\s().-]*(?:\d[\s().-]*){3,6}[\s.-][a-z](?:[\s.-]?[a-z\d])*$/i;

/** The digits of a number that is written with letters, or null when a text is none. */
export function vanityDigits(bare: string): string | null {
  if (!written.test(bare)) return null;
  const digits = bare.toLowerCase().replace(/[a-z]/g, keyOf);
  const count = digits.replace(/\D/g, '').length;
  return count >= 10 && count <= 13 ? digits : null;
}
