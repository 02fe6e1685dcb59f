import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RentedNumber } from '#contract/number.ts';
import { rentedNumber } from '../test-rows.ts';
import { createRowSet } from './row-set.ts';
import { searchTest } from './search-rows.ts';

const finds = (search: string, row: RentedNumber) =>
  searchTest(createRowSet([{ ...row }]), search, 0)(0);

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
      searchTest(set, search, 0);
      for (const row of withKey.slice(first.length)) set.put(row);
      const renamed = {
        ...withKey[0]!,
        number_sid: `${first[0]?.number_sid}-0`,
        name: 'renamed 47a',
      };
      if (first.length > 0) set.replace(renamed);
      for (const from of [0, first.length]) {
        const isFound = searchTest(set, search, from);
        for (let at = from; at < set.rows.length; at += 1) {
          expect(isFound(at)).toBe(searchTest(createRowSet([{ ...set.rows[at]! }]), search, 0)(0));
        }
      }
    }),
  );
});
