import parsePhoneNumber, { type CountryCode, isSupportedCountry } from 'libphonenumber-js/min';
import { phoneDigits } from '#contract/phone-digits.ts';

/** Reads a text that is one phone number: its E.164 digits, or null when it is none. */
export type PhoneReader = (text: string) => string | null;

/** No country has longer numbers, its code included, and nobody writes out shorter ones. */
const fewest = 7;
const most = 15;

/** What is written behind a number for who answers it. */
const extension = /[\s,]*(?:ext|x|extension|доб)\.?\s*\d{1,6}$/iu;
const label = /^(?:tel|phone|mobile|mob|fax|call|t|m)?\s*[:.]\s*/iu;

/**
 * A reader of numbers in any format. What is rented is known, so digits that are a rented number are
 * it; other digits have to be of a possible length for a country.
 *
 * @param isRented whether digits are those of a rented number.
 * @param country whose national numbers the list may have; null when all have their country code.
 */
export function createPhoneReader(
  isRented: (digits: string) => boolean,
  country: string | null,
): PhoneReader {
  const home: CountryCode | null = country !== null && isSupportedCountry(country) ? country : null;
  const possible = (text: string, of?: CountryCode) => {
    const parsed = parsePhoneNumber(text, { extract: false, ...(of && { defaultCountry: of }) });
    return parsed?.isPossible() ? parsed : null;
  };

  return function readPhone(text) {
    const bare = text.trim().replace(label, '').replace(extension, '');
    const digits = phoneDigits(bare);
    if (digits === null || digits.length < fewest || digits.length > most) return null;
    if (isRented(digits)) return digits;
    const isInternational = /^[^\d]*(?:\+|00)/.test(bare.normalize('NFKC'));
    const abroad = digits.startsWith('0') ? null : possible(`+${digits}`);
    // The digits of the `+` form, which a national number gets from its country.
    const national = home && !isInternational ? possible(digits, home) : null;
    const nationalDigits = national?.number.slice(1) ?? null;
    if (nationalDigits !== null && isRented(nationalDigits)) return nationalDigits;
    if (isInternational) return abroad && digits;
    if (national?.isValid()) return nationalDigits;
    return abroad ? digits : nationalDigits;
  };
}
