import { expect, test } from 'vitest';
import { plainDigits } from './plain-digits.ts';

test('W5 every decimal digit of Unicode is read as 0 to 9', () => {
  let count = 0;
  for (let code = 0; code <= 0x10ffff; code += 1) {
    const character = String.fromCodePoint(code);
    if (!/^\p{Nd}$/u.test(character)) continue;
    count += 1;
    expect(plainDigits(character)).toMatch(/^\d$/);
  }
  expect(count).toBeGreaterThan(600);
});

test.each([
  'arab',
  'arabext',
  'beng',
  'deva',
  'fullwide',
  'hmnp',
  'lanatham',
  'mathbold',
  'mathmono',
  'mathsanb',
  'mymr',
  'nkoo',
  'segment',
  'thai',
  'tibt',
])('W5 the digits of %s have their values', (script) => {
  const written = new Intl.NumberFormat(`en-u-nu-${script}`, { useGrouping: false });
  expect(written.resolvedOptions().numberingSystem).toBe(script);
  expect(plainDigits(written.format(1234567890))).toBe('1234567890');
});

test.each([
  ['＋４４（０）２０', '+44(0)20'],
  ['03ー1234ｰ5678', '03-1234-5678'],
  ['ラーメン 3ー番', 'ラーメン 3ー番'],
  ['\u202a44\u200b20\u00ad\ufeff', '4420'],
  ['44\u00a020\u2009\u202f7', '44 20  7'],
  ['442079460001²', '442079460001 '],
  ['① 4420', '  4420'],
  ['1\ufe0f\u20e3', '1'],
])('%j is %j', (text, plain) => {
  expect(plainDigits(text)).toBe(plain);
});
