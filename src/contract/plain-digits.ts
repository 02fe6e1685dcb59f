/** Every digit of Unicode stands in a run of tens that begins with its zero. */
const isDigit = /^\p{Nd}$/u;
const digit = /\p{Nd}/gu;

function digitValue(written: string): string {
  const code = written.codePointAt(0) ?? 0;
  let zero = code;
  while (isDigit.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}

/**
 * A text with the digits of every script as 0 to 9, full-width letters and marks as plain ones, and
 * without marks that nobody sees. Ringed and raised figures are notes, so they become a space; the
 * Japanese long vowel is a dash between digits.
 */
export function plainDigits(text: string): string {
  if (/^[\t\n\r -~]*$/.test(text)) return text;
  return text
    .replace(/[\p{No}№]/gu, ' ')
    .replace(/(?<=\p{Nd})[ーｰ](?=\p{Nd})/gu, '-')
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Me}\p{Mn}]/gu, '')
    .replace(digit, digitValue);
}
