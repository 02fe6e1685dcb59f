import fc from 'fast-check';
import { getCountries } from 'libphonenumber-js/max';
import { expect, test } from 'vitest';
import { readNumber } from './read-number.ts';
import {
  anyPlanNumber,
  exampleNumbers,
  spellings,
  styles,
  type TestNumber,
} from './test-numbers.ts';

function expectOneNumber(number: TestNumber, write: (text: string) => string) {
  for (const { text, isNational } of spellings(number)) {
    const written = write(text);
    const { digits, fault } = readNumber(written, { country: isNational ? number.country : null });
    expect(digits ?? fault, `${written} of ${number.country}`).toBe(number.digits);
  }
}

test('every country has an example, but for the four-digit numbers of Tokelau and Tristan da Cunha', () => {
  const countries = new Set(exampleNumbers.map(({ country }) => country));
  expect(getCountries().filter((country) => !countries.has(country))).toEqual(['TA', 'TK']);
});

test.each(styles)(
  'W4 an example of every country is one number in every writing: $name',
  ({ write }) => {
    for (const number of exampleNumbers) expectOneNumber(number, write);
  },
);

test('W4 any number of any plan is one number in every writing', () => {
  fc.assert(
    fc.property(anyPlanNumber, fc.constantFrom(...styles), (number, { write }) => {
      expectOneNumber(number, write);
    }),
    { numRuns: 1000 },
  );
});
