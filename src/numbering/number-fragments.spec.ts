import fc from 'fast-check';
import { expect, test } from 'vitest';
import { phoneDigits } from '#contract/phone-digits.ts';
import { mayGoOn, numberFragments } from './number-fragments.ts';
import {
  anyPlanNumber,
  exampleNumbers,
  spellings,
  styles,
  type TestNumber,
} from './test-numbers.ts';

/** Whether a search for the text finds the number, by its digits as written or by their meaning. */
function finds(text: string, { digits, country }: TestNumber) {
  const written = phoneDigits(text)?.replace(/^0(?=[1-9])/, '') ?? '';
  const fragments = numberFragments(text, ['GB', 'US', country, 'DE', 'international']);
  return (
    (written !== '' && digits.includes(written)) ||
    fragments.some((fragment) => digits.includes(fragment))
  );
}

test.each(styles)(
  'W4 a search finds an example of every country in every writing, $name',
  ({ write }) => {
    for (const number of exampleNumbers) {
      for (const { text } of spellings(number)) {
        expect(finds(write(text), number), `${write(text)} of ${number.country}`).toBe(true);
      }
    }
  },
);

test('W4 a search finds any number of any plan in every writing', () => {
  fc.assert(
    fc.property(anyPlanNumber, fc.constantFrom(...styles), (number, { write }) => {
      for (const { text } of spellings(number)) expect(finds(write(text), number), text).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['+44 020 79', ['442079']],
  ['8 495 12', ['749512']],
  ['06 20 12', ['362012']],
  ['main desk', []],
  ['desk 42', []],
  ['desk 8 42', []],
  ['+44 20', ['4420']],
  ['+999 12', ['99912']],
  ['+0', []],
  ['4,4208E+11', []],
  ['+44-20-REVERSE', []],
])('W4 the unfinished %j means %j', (text, fragments) => {
  expect(numberFragments(text, ['RU', 'HU'])).toEqual(fragments);
});

test.each([
  ['44207946', true],
  ['442079460', true],
  ['44207946000', true],
  ['442079460001', false],
  ['4420794600012', false],
  ['1212555012', true],
  ['12125550123', false],
  ['37250123', true],
  ['999123456789', false],
])('whether %s may get further digits: %s', (digits, isUnfinished) => {
  expect(mayGoOn(digits)).toBe(isUnfinished);
});

test.each([
  ['(212) 555-0123', ['12125550123']],
  ['1-800-FLOWERS', ['18003569377']],
  ['+84 120 123 4567', ['84701234567']],
  ['+54 9 11 2345-6789', ['5491123456789', '541123456789']],
  [' 442079460001@s.whatsapp.net ', ['442079460001']],
])('W4 a search for %j looks for %j', (text, fragments) => {
  expect(numberFragments(text, ['US'])).toEqual(fragments);
});
