/** A number in the notation of a spreadsheet's cell that was too narrow: 4.4208E+11, 4,4208 × 10^11. */
const exponential =
  /^[^\d]?(\d{1,3})(?:[.,٫](\d*))?\s?(?:[EЕ]\s?\+?\s?|[x×*·]\s?10\s?\^?\s?)(\d{1,3})[^\w]?$/i;
/** Other numbers are no phone numbers. */
const fewest = 7;
const most = 15;

/** The digits in front and behind the point, and how many there are in all; null for anything else. */
function parts(plain: string) {
  const [, first = '', rest = '', exponent = ''] = exponential.exec(plain) ?? [];
  const count = first.length + Number(exponent);
  return count >= fewest && count <= most ? { first, rest, exponent: Number(exponent) } : null;
}

/** The digits that an exponential notation stands for, or null where it is none or has lost some. */
export function sheetNumber(plain: string): string | null {
  const found = parts(plain);
  return found !== null && found.rest.length === found.exponent ? found.first + found.rest : null;
}

/** Whether a spreadsheet has replaced digits of a number by an exponent. */
export const isRounded = (plain: string): boolean =>
  parts(plain) !== null && sheetNumber(plain) === null;
