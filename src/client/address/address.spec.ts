import { expect, test } from 'vitest';
import { columnIds } from '../fields/columns.tsx';
import { addressCodecs, addressSelection } from './address.ts';

test('addressSelection has the set filters only, false among them', () => {
  const unset = { number: null, country_code: null, type: null, voice: null, messaging: null };
  expect(addressSelection(unset)).toEqual({});
  expect(addressSelection({ ...unset, country_code: ['GB', 'EE'], voice: false })).toEqual({
    country_code: ['GB', 'EE'],
    voice: false,
  });
});

test.each(columnIds)('sort by %s survives the address bar', (column) => {
  for (const descending of [false, true]) {
    const text = addressCodecs.sort.serialize({ column, descending });
    expect(addressCodecs.sort.parse(text)).toEqual({ column, descending });
  }
});

test('days of the history are whole numbers, and kinds of changes each stand once', () => {
  const { from, change } = addressCodecs;
  expect(['1', '400', '0', '-1', '1.5', '01', '1e3', ''].map(from.parse)).toEqual([
    1,
    400,
    ...Array.from({ length: 6 }, () => null),
  ]);
  expect(change.parse('added,changed')).toEqual(['added', 'changed']);
  expect(change.parse('changed,added')).toBeNull();
  expect(change.parse('added,added')).toBeNull();
  expect(change.parse('')).toBeNull();
  expect(change.serialize(['added', 'gone'])).toBe('added,gone');
});
