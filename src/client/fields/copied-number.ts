import type { RentedNumber } from '#contract/number.ts';

/**
 * A number as people dial it, `+442079460001`, for whatever is copied. The server writes a `+` in
 * front of what is a number by the numbering plan; a short code, or anything else, is copied as
 * Apifonica writes it.
 */
export const copiedNumber = ({
  number,
  number_display,
}: Pick<RentedNumber, 'number' | 'number_display'>): string =>
  number_display.startsWith('+') ? `+${number_display.replace(/\D/g, '')}` : number;
