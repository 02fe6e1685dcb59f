import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePhoneNumber, phoneDigits } from './phone-digits.ts';

describe('phoneDigits', () => {
  test.each([
    ['', ''],
    ['  ', ''],
    ['+', ''],
    ['00', ''],
    ['0', '0'],
    ['0044', '44'],
    ['+ 44', '44'],
    ['(+44) 20', '4420'],
    ['0 044', '44'],
    ['044', '044'],
    ['\t44\n20', '4420'],
    ['44–20—7', '44207'],
    ['+44 (0)7480 600503', '447480600503'],
    ['0044(0)7480', '447480'],
    ["'+44 (0)7480 600503", '447480600503'],
    ['(+44 (0)7480 600503)', '447480600503'],
    ['\u202a+44 7480\u202c', '447480'],
    ['44\u22127480', '447480'],
    ['＋４４ ７４８０', '447480'],
    ['(0)44', '044'],
    ["44·20_79'46’00“01”", '442079460001'],
    ['+٤٤ ۲۰', '4420'],
  ])('%j is %j', (text, digits) => {
    expect(phoneDigits(text)).toBe(digits);
  });

  test.each(['4+4', '++44', '44x', '44,20', '44#1', '-44e1'])('%j is no phone number', (text) => {
    expect(phoneDigits(text)).toBeNull();
  });

  test('separators change nothing', () => {
    const anySeparated = fc
      .array(fc.tuple(fc.constantFrom('', ' ', '-', '.', '/', '\u00a0'), fc.nat(9)))
      .map((parts) => ({
        written: `+${parts.map((part) => part.join('')).join('')}`,
        digits: parts.map(([, digit]) => digit).join(''),
      }));
    fc.assert(
      fc.property(anySeparated, ({ written, digits }) => {
        expect(phoneDigits(written)).toBe(digits);
      }),
    );
  });
});

test.each([
  ['4471', '4471'],
  ['447', null],
  ['123456789012345', '123456789012345'],
  ['1234567890123456', null],
  ['00 447', null],
  ['+4471', '4471'],
  ['+44 (0)7480 600503', '4407480600503'],
])('parsePhoneNumber takes 4 to 15 digits: %j is %j', (text, number) => {
  expect(parsePhoneNumber(text)).toBe(number);
});
