import { getCountries, getCountryCallingCode } from 'libphonenumber-js/min';
import { describe, expect, test } from 'vitest';
import { callingCode, callingCodesOf } from './calling-codes.ts';

test("libphonenumber's code of every country it knows is among ours", () => {
  for (const country of getCountries()) {
    expect(callingCodesOf(country), country).toContain(getCountryCallingCode(country));
  }
});

test('international has the codes that belong to no country', () => {
  expect(callingCodesOf('international')).toEqual(
    expect.arrayContaining(['800', '808', '870', '878', '881', '882', '883', '979']),
  );
});

test.each(['', 'gb', 'ZZ', '__proto__', 'constructor'])('%j is no country', (country) => {
  expect(callingCodesOf(country)).toEqual([]);
});

describe('the code that digits begin with', () => {
  test.each([
    ['447480600503', '44'],
    ['12125550123', '1'],
    ['3726001234', '372'],
    ['883510012345', '883'],
    ['99912345', null],
    ['', null],
    ['0447480600503', null],
  ])('%j: %j', (digits, code) => {
    expect(callingCode(digits)).toBe(code);
  });

  test('is found for every country, so no code begins another', () => {
    for (const country of getCountries()) {
      for (const code of callingCodesOf(country)) expect(callingCode(`${code}0000000`)).toBe(code);
    }
  });
});
