import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import { presentForm } from './old-forms.ts';

/** One meaning of digits by a numbering plan. */
export interface Reading {
  /** E.164 without `+`. */
  digits: string;
  /** Whether the plan has the number; if not, the plan only has numbers of the same length. */
  isValid: boolean;
}

/** Fewer digits are a number in small countries only. */
const fewest = 7;
const fewestInSmallCountry = 5;

function parsed(text: string, country?: CountryCode) {
  return parsePhoneNumberFromString(text, {
    extract: false,
    ...(country && { defaultCountry: country }),
  });
}

function toReading(number: PhoneNumber | undefined): Reading[] {
  if (!number?.isPossible()) return [];
  return [{ digits: number.number.slice(1), isValid: number.isValid() }];
}

function read(text: string, country?: CountryCode): Reading[] {
  const number = parsed(text, country);
  if (number === undefined) return [];
  const digits = number.number.slice(1);
  const present = presentForm(digits);
  if (present !== digits) return toReading(parsed(`+${present}`));
  const { countryCallingCode: code, nationalNumber: national } = number;
  // People also write a zero behind the code in countries without such a trunk prefix, so the
  // number without the zero is read as well.
  const withoutZero = national.startsWith('0') && parsed(`+${code}${national.replace(/^0+/, '')}`);
  return [...toReading(number), ...(withoutZero ? toReading(withoutZero) : [])];
}

/**
 * The numbers that digits can mean by the numbering plans of libphonenumber, the likelier first.
 * Trunk prefixes are dropped, and outdated forms become their present form.
 *
 * @param digits all digits as written, with a leading `+` if there is one.
 * @param country ISO 3166-1 alpha-2, in any case, of the country whose national numbers are read;
 * null reads international numbers only.
 */
export function planReadings(digits: string, country: string | null): Reading[] {
  const abroad = digits.replace(/^\+?(?:00)?/, '');
  const named = country?.toUpperCase() ?? '';
  const home = isSupportedCountry(named) ? named : null;
  const code = home && getCountryCallingCode(home);
  const isShort = digits.length < fewest;
  const international = isShort ? [] : read(`+${abroad}`);
  const isNational =
    home !== null &&
    !digits.startsWith('+') &&
    (!isShort || (code?.length === 3 && digits.length >= fewestInSmallCountry));
  const national = isNational ? read(digits, home) : [];
  // Digits that begin with the country's own code are more likely international than national.
  const isWhole =
    abroad !== digits ||
    (code !== null && abroad.startsWith(code) && international.some(({ isValid }) => isValid));
  const readings = isWhole ? [...international, ...national] : [...national, ...international];
  return isShort ? readings.filter(({ isValid }) => isValid) : readings;
}
