/** E.164 allows 15 digits; the shortest number anyone rents has four. */
const fullNumber = /^\d{4,15}$/;

/**
 * The digits of a phone number as people write it, or as a copied message holds it: `+`, a leading
 * `00`, the `(0)` that some put behind the country code, spaces, dashes, dots, slashes, brackets
 * and invisible marks are taken away; full-width digits are digits.
 *
 * @returns the digits, possibly none, or null when anything else is in the text.
 */
export function phoneDigits(text: string): string | null {
  const bare = text
    .normalize('NFKC')
    .replace(/^([^\d]*(?:\+|00)[\d\s]*)\(0\)/, '$1')
    .replace(/[\s\p{Cf}\p{Pd}\u2212./()]/gu, '')
    .replace(/^\+/, '00');
  if (!/^\d*$/.test(bare)) return null;
  return bare.startsWith('00') ? bare.slice(2) : bare;
}

/** A whole E.164 number as digits (4 to 15 of them), or null when the text is not one. */
export function parsePhoneNumber(text: string): string | null {
  const digits = phoneDigits(text);
  return digits !== null && fullNumber.test(digits) ? digits : null;
}
