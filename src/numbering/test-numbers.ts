import fc from 'fast-check';
import { Metadata } from 'libphonenumber-js/core';
import examples from 'libphonenumber-js/examples.mobile.json' with { type: 'json' };
import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  type MetadataJson,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import full from 'libphonenumber-js/metadata.max.json' with { type: 'json' };

/** For specs: a number in a country's numbering plan. */
export interface TestNumber {
  country: CountryCode;
  /** E.164 without `+`. */
  digits: string;
  code: string;
  /** The digits behind the country code. */
  national: string;
  /** The prefix that is dialled before `national` at home; '' when there is none. */
  trunk: string;
  /** In groups, as libphonenumber writes them. */
  nationalFormat: string;
  internationalFormat: string;
}

/**
 * Parts of a plan that libphonenumber has and its types omit. Without a trunk prefix,
 * `nationalPrefix` gives the number 0.
 */
interface Plan {
  nationalPrefix(): unknown;
  IDDPrefix(): string;
  type(kind: 'FIXED_LINE' | 'MOBILE' | 'TOLL_FREE'): { pattern(): string } | undefined;
}

function planOf(country: CountryCode) {
  const metadata = new Metadata(full as unknown as MetadataJson);
  metadata.selectNumberingPlan(country);
  const plan = metadata.numberingPlan as unknown as Plan;
  const prefix = plan.nationalPrefix();
  return {
    code: getCountryCallingCode(country),
    trunk: typeof prefix === 'string' ? prefix : '',
    abroad: new RegExp(`^(?:${plan.IDDPrefix()})`),
    patterns: (['FIXED_LINE', 'MOBILE', 'TOLL_FREE'] as const).flatMap((kind) => {
      const pattern = plan.type(kind)?.pattern();
      return pattern ? [new RegExp(`^(?:${pattern})$`)] : [];
    }),
  };
}

/** The number, or nothing when its national form can also mean another number. */
function testNumber(country: CountryCode, national: string): TestNumber[] {
  const { code, trunk, abroad } = planOf(country);
  const digits = `${code}${national}`;
  const number = parsePhoneNumberFromString(`+${digits}`);
  if (number?.number !== `+${digits}` || !number.isValid()) return [];
  const nationalFormat = number.formatNational();
  const dialled = [nationalFormat.replace(/\D/g, ''), national, `${trunk}${national}`];
  const isAmbiguous =
    // Numbers this short are read in small countries only; elsewhere they are area codes.
    national.length < (code.length === 3 ? 5 : 7) ||
    // Dialled at home, the number begins like a call abroad: 00 800, 003, 810, 015.
    dialled.some((written) => written.startsWith('00') || abroad.test(written)) ||
    // Without its trunk prefix, the number is also an international number of the same country.
    (national.startsWith(code) && parsePhoneNumberFromString(`+${national}`)?.isPossible()) ||
    // Gabon's numbers of seven digits were replaced in 2019; both forms are written with a zero.
    (country === 'GA' && national.length === 7);
  if (isAmbiguous) return [];
  const internationalFormat = number.formatInternational();
  return [{ country, digits, code, national, trunk, nationalFormat, internationalFormat }];
}

/** libphonenumber's example of a mobile number, for every country. */
export const exampleNumbers: readonly TestNumber[] = getCountries().flatMap((country) =>
  testNumber(country, examples[country]),
);

/** Any number of any country: local, mobile or toll-free. */
export const anyPlanNumber: fc.Arbitrary<TestNumber> = fc
  .constantFrom(...getCountries())
  .chain((country) =>
    fc
      .oneof(...planOf(country).patterns.map((pattern) => fc.stringMatching(pattern)))
      .map((national) => testNumber(country, national)),
  )
  .filter((numbers) => numbers.length > 0)
  // The filter above drops empty lists, so there is a first number.
  .map(([number]) => number!);

/** The ways to write a number, each with whether its country has to be known. */
export function spellings(number: TestNumber): { text: string; isNational: boolean }[] {
  const { code, digits, national, trunk, nationalFormat, internationalFormat } = number;
  const abroad = [
    digits,
    `+${digits}`,
    `00${digits}`,
    internationalFormat,
    internationalFormat.replace(/^\+(\d+) (\S+)/, '(+$1) ($2)'),
    internationalFormat.replace(/^\+/, '00 '),
  ];
  const withTrunk = [`+${code} ${trunk}${national}`, `00${code} (${trunk}) ${national}`];
  const atHome = [national, nationalFormat, `${trunk}${national}`];
  return [
    ...[...abroad, ...(trunk === '' ? [] : withTrunk)].map((text) => ({ text, isNational: false })),
    ...atHome.map((text) => ({ text, isNational: true })),
  ];
}

const separators = ['  ', '.', '/', '-', '\u2011', '\u00a0', '\u2009', '\u202f', '·', '_', '’'];
const zeros = { plain: 0x30, fullWidth: 0xff10, Arabic: 0x660, Persian: 0x6f0, Devanagari: 0x966 };

/** The separators between the groups of a number, and the scripts of its digits. */
export const styles = [
  ...separators.map((separator) => ({
    name: `parted by ${JSON.stringify(separator)}`,
    write: (text: string) => text.replaceAll(' ', separator),
  })),
  ...Object.entries(zeros).map(([script, zero]) => ({
    name: `in ${script} digits`,
    write: (text: string) =>
      text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit))),
  })),
];
