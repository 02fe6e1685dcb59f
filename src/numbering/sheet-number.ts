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
  const [, first = '', rest = '', exponent = ''] = exponential.exec(plain) ?? [];
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
