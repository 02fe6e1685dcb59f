/** Unicode's decimal digits stand in runs of ten, each of which begins with its zero. */
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
 * no invisible marks. Circled and raised figures are footnotes, so they become a space. Between
 * digits, the Japanese long-vowel mark becomes a dash.
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
