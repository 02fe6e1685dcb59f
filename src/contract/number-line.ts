import type { RentedNumber } from './number.ts';
import { phoneDigits } from './phone-digits.ts';

/** Argentina writes a 9 before a mobile number for callers from abroad; both forms are in use. */
const argentineMobile = /^549(?=\d{10}$)/;

/**
 * The key by which numbers are compared: the E.164 digits without Argentina's 9, so that both forms
 * of a number have the same key. Numbers are shown and dialled unchanged.
 *
 * Source: ITU-T, national numbering plan of Argentina (+54): numbers have ten digits.
 */
export const numberLine = (e164: string): string => e164.replace(argentineMobile, '54');

/** Argentina's other form of a number; null for all others. */
export function otherForm(e164: string): string | null {
  const line = numberLine(e164);
  if (line !== e164) return line;
  return /^54[^9]\d{9}$/.test(e164) ? e164.replace(/^54/, '549') : null;
}

/** The key of a row's number; for a number outside every plan, its digits or else its text. */
export const rowLine = ({ number, number_e164 }: Pick<RentedNumber, 'number' | 'number_e164'>) =>
  number_e164 === null ? (phoneDigits(number) ?? number) : numberLine(number_e164);
