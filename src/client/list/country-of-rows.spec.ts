import { expect, test } from 'vitest';
import { rowCountry } from '../fields/country-name.ts';
import { rentedNumber } from '../fields/test-rows.ts';
import { countryName } from './country-of-rows.ts';
import { createRowSet } from './row-set.ts';
import { searchTest } from './search-rows.ts';
import { sortPositions } from './sort-rows.ts';

const rowOf = (country_code: string, country_name: string) =>
  rentedNumber({ number_sid: `num-${country_code}`, country_code, country_name });

const set = createRowSet([
  rowOf('GB', 'UK'),
  rowOf('QQ', 'Atlantis'),
  rowOf('international', 'Worldwide'),
  rowOf('CZ', 'Czech Republic'),
  rowOf('QX', ''),
  rowOf('gb', 'UK'),
  rowOf('GBR', 'Great Britain'),
  rowOf('qx', 'Utopia'),
  rowOf('', 'Nowhere'),
]);
const shown = set.rows.map(rowCountry);

test('a country has its English name, an unknown one the name of the API', () => {
  expect(shown).toEqual([
    ...['United Kingdom', 'Atlantis (QQ)', 'International', 'Czechia', 'QX'],
    ...['United Kingdom (gb)', 'Great Britain (GBR)', 'Utopia (qx)', 'Nowhere'],
  ]);
});

test('its code alone gives the same name as its rows', () => {
  expect(set.rows.map((row) => countryName(set, row.country_code))).toEqual(shown);
  expect(countryName(createRowSet(), 'QQ')).toBe('QQ');
  expect(countryName(createRowSet(), 'GB')).toBe('United Kingdom');
});

test('the shown name is found, and the one of the API too', () => {
  for (const [position, name] of shown.entries()) {
    if (!/Q|GBR|qx/.test(name))
      expect(searchTest(set, { text: name.toLowerCase(), numbers: [] }, 0)(position)).toBe(true);
  }
  expect(searchTest(set, { text: 'czech rep', numbers: [] }, 0)(3)).toBe(true);
  expect(searchTest(set, { text: 'czechia', numbers: [] }, 0)(0)).toBe(false);
});

test('rows are sorted by the name shown', () => {
  const order = sortPositions(set, Uint32Array.from(set.rows.keys()), {
    column: 'country',
    descending: false,
  });
  const sorted = Array.from(order, (position) => shown[position]);
  expect(sorted).toEqual([
    ...['Atlantis (QQ)', 'Czechia', 'Great Britain (GBR)', 'International', 'Nowhere', 'QX'],
    ...['United Kingdom', 'United Kingdom (gb)', 'Utopia (qx)'],
  ]);
});
