import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import { presentForm } from './old-forms.ts';

/** What a numbering plan makes of digits. */
export interface Reading {
  /** E.164 without `+`. */
  digits: string;
  /** Whether the plan has such a number; otherwise only numbers of its length. */
  isValid: boolean;
}

/** Fewer digits are no number, but in small countries. */
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
  // A zero behind the code is left out by people too where the plan knows of no such prefix.
  const withoutZero = national.startsWith('0') && parsed(`+${code}${national.replace(/^0+/, '')}`);
  return [...toReading(number), ...(withoutZero ? toReading(withoutZero) : [])];
}

/**
 * The numbers that digits can be, by the plan of each country as libphonenumber has it, the likelier
 * first. Trunk prefixes are left out and old forms are read as their present one.
 *
 * @param digits all that are written, with a leading `+` where one is.
 * @param country ISO 3166-1 alpha-2, in any case, of who wrote it; without, only international numbers are read.
 */
export function planReadings(digits: string, country: string | null): Reading[] {
  const [, prefix = '', abroad = ''] = /^(\+(?:00)?|00)?(\d*)$/.exec(digits) ?? [];
  const named = country?.toUpperCase() ?? '';
  const home = isSupportedCountry(named) ? named : null;
  const code = home && getCountryCallingCode(home);
  const isShort = digits.length < fewest;
  const international = isShort || abroad.startsWith('0') ? [] : read(`+${abroad}`);
  const isNational =
    home !== null &&
    !prefix.startsWith('+') &&
    (!isShort || (code?.length === 3 && digits.length >= fewestInSmallCountry));
  const national = isNational ? read(digits, home) : [];
  // With the code of the country itself in front it is rather the whole number than a national one.
  const isWhole =
    prefix !== '' ||
    (code !== null &&
      abroad.startsWith(code) &&
      international.some(({ isValid, digits: read }) => isValid && read.startsWith(code)));
  const readings = isWhole ? [...international, ...national] : [...national, ...international];
  return isShort ? readings.filter(({ isValid }) => isValid) : readings;
}
