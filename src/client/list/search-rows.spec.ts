import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RentedNumber } from '#contract/number.ts';
import { numberPlan } from '../address/number-plan.ts';
import { rentedNumber } from '../fields/test-rows.ts';
import { createRowSet } from './row-set.ts';
import { searchTest } from './search-rows.ts';
import { searchedNumbers } from './searched-numbers.ts';

const searched = (text: string, countries: readonly string[] = [], plan = numberPlan) => ({
  text,
  numbers: searchedNumbers(text, plan, countries),
});
const finds = (text: string, row: RentedNumber) =>
  searchTest(createRowSet([{ ...row }]), searched(text, [row.country_code]), 0)(0);

const row = rentedNumber({ number: '+447480600503', name: 'Main Desk', endpoint_sid: 'end-42' });

test.each([
  '447480600503',
  '+44 7480 600503',
  '0044-7480',
  '07480 600',
  '7480 600',
  '503',
  'main',
  ' MAIN desk ',
  'num00000000',
  'united k',
  '172.16.102.175:8082',
  'app61de164b',
  'default_call_app',
  'end-42',
])('%j finds it', (search) => {
  expect(finds(search, row)).toBe(true);
});

test.each([
  ['+44 (0)20 7946 0001', '442079460001', 'GB'],
  ['+44 020 7946 0001', '442079460001', 'GB'],
  ['+44 020 79', '442079460001', 'GB'],
  ['020 7946 0001', '442079460001', 'GB'],
  ['442079460001', '+44 020 7946 0001', 'GB'],
  ['+39 06 1234 5678', '390612345678', 'IT'],
  ['06 1234 5678', '390612345678', 'IT'],
  ['8 (495) 123-45-67', '74951234567', 'RU'],
  ['8 495 123', '74951234567', 'RU'],
  ['06 20 123 4567', '36201234567', 'HU'],
  ['+52 1 55 1234 5678', '525512345678', 'MX'],
  ['+52 55 1234 5678', '5215512345678', 'MX'],
  ['+54 9 11 2345 6789', '541123456789', 'AR'],
  ['011 15-2345-6789', '5491123456789', 'AR'],
  ['whatsapp:+442079460001', '442079460001', 'GB'],
  ['sip:+442079460001@10.0.0.17', '442079460001', 'GB'],
  ['+٤٤ ٢٠ ٧٩٤٦ ٠٠٠١', '442079460001', 'GB'],
  ['+44·20·7946·0001', '442079460001', 'GB'],
  ['1-800-FLOWERS', '18003569377', 'US'],
  ['442079460001.0', '442079460001', 'GB'],
])('W4 %j finds %s of %s', (text, number, country_code) => {
  expect(finds(text, rentedNumber({ number, country_code }))).toBe(true);
  expect(finds(text, rentedNumber({ number: '447480600503' }))).toBe(false);
});

test('W4 without the plans, digits are looked for as they are written', () => {
  const set = createRowSet([{ ...row }]);
  const found = (text: string) =>
    searchTest(set, { text, numbers: searchedNumbers(text, null, ['GB']) }, 0)(0);
  expect(found('07480 600503')).toBe(true);
  expect(found('+44 (0)7480 600')).toBe(true);
});

test.each(['448', 'main  desk', 'desk 503', 'acc00000000', '+', '00'])('%j does not', (search) => {
  const plain = { ...row, number_sid: 'num1', msg_app_sid: null };
  expect(finds(search, plain)).toBe(false);
});

test('a few digits are not looked for in SIDs, where nobody sees them; many are', () => {
  expect(finds('42', row)).toBe(false);
  expect(finds('0', rentedNumber({ number: '44', number_sid: 'num00', msg_controller: '' }))).toBe(
    false,
  );
  const sids = rentedNumber({ number_sid: 'numa83d12345678', endpoint_sid: 'end-87654321' });
  expect(finds('1234567', sids)).toBe(false);
  expect(finds('12345678', sids)).toBe(true);
  expect(finds('87654321', sids)).toBe(true);
});

test('a text with a line break is in no two rows together', () => {
  const set = createRowSet(['num1', 'num2'].map((number_sid) => rentedNumber({ number_sid })));
  const isFound = searchTest(set, searched('1\nnum'), 0);
  expect([0, 1].map(isFound)).toEqual([false, false]);
});

test('digits are found in names too', () => {
  expect(finds('24', rentedNumber({ name: 'Desk 24' }))).toBe(true);
});

test('each row that has it is found, and no other, however the set has come to be', () => {
  const anyText = fc.string({ unit: fc.constantFrom('4', '7', 'a', 'B', '.'), maxLength: 4 });
  const anyRow = fc.record({ number: anyText, number_sid: anyText, name: anyText });
  fc.assert(
    fc.property(fc.array(anyRow), fc.array(anyRow), anyText, (first, more, search) => {
      fc.pre(search !== '');
      const withKey = [...first, ...more].map((fields, at) =>
        rentedNumber({ ...fields, number_sid: `${fields.number_sid}-${at}`, msg_app_sid: null }),
      );
      const set = createRowSet(withKey.slice(0, first.length));
      // Whatever is remembered of the rows there are must not be taken for all there will be.
      searchTest(set, searched(search), 0);
      for (const row of withKey.slice(first.length)) set.put(row);
      const renamed = {
        ...withKey[0]!,
        number_sid: `${first[0]?.number_sid}-0`,
        name: 'renamed 47a',
      };
      if (first.length > 0) set.replace(renamed);
      for (const from of [0, first.length]) {
        const isFound = searchTest(set, searched(search), from);
        for (let at = from; at < set.rows.length; at += 1) {
          expect(isFound(at)).toBe(
            searchTest(createRowSet([{ ...set.rows[at]! }]), searched(search), 0)(0),
          );
        }
      }
    }),
  );
});
