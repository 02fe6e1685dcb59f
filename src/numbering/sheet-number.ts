/** A number in the notation of a spreadsheet's cell that was too narrow: 4.4208E+11, 4,4208E11. */
const exponential = /^[^\d]?(\d)(?:[.,](\d+))?E\+?(\d{1,2})[^\w]?$/i;

/** The digits that an exponential notation stands for, or null where it is none or has lost some. */
export function sheetNumber(plain: string): string | null {
  const [, first, rest = '', exponent] = exponential.exec(plain) ?? [];
  return first !== undefined && rest.length === Number(exponent) ? first + rest : null;
}

/** Whether a spreadsheet has replaced digits of a number by an exponent. */
export const isRounded = (plain: string): boolean =>
  exponential.test(plain) && sheetNumber(plain) === null;
