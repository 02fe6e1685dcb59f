import type { RentedNumber } from './number.ts';
import { phoneDigits } from './phone-digits.ts';

/** Argentina writes a 9 before a mobile number for callers from abroad; both forms are in use. */
const argentineMobile = /^549(?=\d{10}$)/;

/**
 * What the forms of one number have in common: its E.164 digits, without Argentina's 9. Numbers are
 * compared by it, and shown and dialled as they are.
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

/** The same of a row; of a number that no plan has, its digits, or what else it says. */
export const rowLine = ({ number, number_e164 }: Pick<RentedNumber, 'number' | 'number_e164'>) =>
  number_e164 === null ? (phoneDigits(number) ?? number) : numberLine(number_e164);
