import { describe, expect, test } from 'vitest';
import { numberLine, otherForm, rowLine } from './number-line.ts';

const abroad = '5491123456789';
const home = '541123456789';

describe('W4 both forms of an Argentine number', () => {
  test('have one key', () => {
    expect(numberLine(abroad)).toBe(home);
    expect(numberLine(home)).toBe(home);
  });

  test('lead to each other', () => {
    expect(otherForm(abroad)).toBe(home);
    expect(otherForm(home)).toBe(abroad);
    // 54 comes twice.
    expect(otherForm('541154543456')).toBe('5491154543456');
  });
});

test.each([
  ['of another country', '447480600503'],
  ['with an Argentine number at its end', `44${home}`],
  ['too long', `${home}0`],
  ['too short', home.slice(0, -1)],
  ['whose 9 is one digit too early', '549112345678'],
])('a number %s has no other form', (_what, number) => {
  expect(numberLine(number)).toBe(number);
  expect(otherForm(number)).toBeNull();
});

test('a row outside every plan is compared by its digits, or else by its text', () => {
  expect(rowLine({ number: '+549 11 2345-6789', number_e164: abroad })).toBe(home);
  expect(rowLine({ number: '+999 123-456', number_e164: null })).toBe('999123456');
  expect(rowLine({ number: 'sip:desk', number_e164: null })).toBe('sip:desk');
});
