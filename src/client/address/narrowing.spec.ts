import { expect, test } from 'vitest';
import { detailGroups } from '../fields/detail-groups.ts';
import { rentedNumber } from '../fields/test-rows.ts';
import { narrowings, narrowingWords, searchFor } from './narrowing.ts';

test('each is of a field in the details', () => {
  const row = rentedNumber();
  const names = detailGroups(row).flatMap(({ fields }) => fields.map(({ name }) => name));
  expect(names).toEqual(expect.arrayContaining(Object.keys(narrowings(row))));
});

test('a value that is not set, or too long to search for, narrows nothing', () => {
  const row = rentedNumber({ name: '', call_controller: 'x'.repeat(101) });
  expect(narrowings(row).name).toBeUndefined();
  expect(narrowings(row).call_controller).toBeUndefined();
});

test('a value with a filter of its own is a filter, and another one a search', () => {
  const row = rentedNumber({
    voice: true,
    messaging: false,
    type: 'toll_free',
    name: 'Front desk',
  });
  expect(narrowings(row)).toMatchObject({
    voice: { voice: true },
    messaging: { messaging: false },
    type: { type: ['toll_free'] },
    country_code: { country_code: ['GB'] },
    name: { q: 'Front desk' },
    msg_controller: { q: 'http://172.16.102.175:8082/messages/events' },
  });
});

test('the longest text that the search box takes is searched for', () => {
  expect(searchFor('x'.repeat(100))).toEqual({ q: 'x'.repeat(100) });
});

test('the month of renting is the one the reader sees', () => {
  const noon = new Date(2024, 1, 29, 12).toISOString();
  expect(narrowings(rentedNumber({ created: noon })).created).toEqual({
    rented: '2024-02..2024-02',
  });
});

test.each(['no date', '0001-01-01T00:00:00Z'])('%s narrows to no month', (created) => {
  expect(narrowings(rentedNumber({ created })).created).toBeUndefined();
});

test('a filter, a search and months are told apart', () => {
  expect(narrowingWords({ type: ['local'] }, 'type')).toBe('Show only numbers with this type');
  expect(narrowingWords({ q: 'a' }, 'name')).toBe('Search for numbers with this name');
  expect(narrowingWords({ rented: '2024-02..2024-02' }, 'created')).toBe(
    'Show only numbers rented in this month',
  );
});
