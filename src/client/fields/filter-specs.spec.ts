import { expect, test } from 'vitest';
import { formatCount } from '../lib/format.ts';
import { filterSpecs } from './filter-specs.ts';

const nameCountry = (code: string) => `name of ${code}`;

test('up to three values of a filter are named, more are counted', () => {
  const countries = (...codes: string[]) => filterSpecs.country_code.text(codes, nameCountry);
  expect(countries('GB')).toBe('name of GB');
  expect(countries('GB', 'EE')).toBe('name of GB or name of EE');
  expect(countries('GB', 'EE', 'LV')).toBe('name of GB, name of EE, or name of LV');
  expect(countries('GB', 'EE', 'LV', 'LT')).toBe(`name of GB and ${formatCount(3)} others`);
});

test('every other filter is in the words of the table', () => {
  expect(filterSpecs.number.text('447480600503', nameCountry)).toBe('+447480600503');
  expect(filterSpecs.type.text(['toll_free', 'shared_cost'], nameCountry)).toBe(
    'Toll-free or shared cost',
  );
  expect([true, false].map((value) => filterSpecs.voice.text(value, nameCountry))).toEqual([
    'Yes',
    'No',
  ]);
  expect(filterSpecs.messaging.text(false, nameCountry)).toBe('No');
  expect(filterSpecs.q.text('main desk', nameCountry)).toBe('main desk');
});

test('a filter by checks is named by its level, its rule, or as it is written', () => {
  const check = (value: string) => filterSpecs.check.text(value, nameCountry);
  expect(check('error')).toBe('Errors');
  expect(check('accepted')).toBe('Accepted');
  expect(check('plain-http-webhook')).not.toBe('plain-http-webhook');
  expect(check('no-such-rule')).toBe('no-such-rule');
});
