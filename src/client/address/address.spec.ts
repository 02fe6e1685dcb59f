import { expect, test } from 'vitest';
import { columnIds } from '../fields/columns.tsx';
import { type Address, addressCodecs, addressSelection } from './address.ts';

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

test.each<[keyof Address, unknown[], string[]]>([
  ['q', ['a', 'a'.repeat(100)], ['', ' ', 'a'.repeat(101)]],
  ['check', ['error', 'unusable-webhook'], ['', 'Error', 'error!', '!error', 'e'.repeat(81)]],
  ['open', ['447480600503', '+447480600503', 'num-1_a'], ['', '++44', '44 7', '7<', '<7']],
  ['show', ['overview', 'history'], ['', 'table']],
  ['view', ['Berlin, mobile', 'v'.repeat(60)], ['', ' Berlin', 'Berlin ', 'v'.repeat(61)]],
  ['density', ['compact', 'comfortable'], ['', 'dense']],
  ['dialog', ['admin'], ['', 'keys']],
])('%s is read or refused', (name, read, refused) => {
  expect(read.map((text) => addressCodecs[name].parse(String(text)))).toEqual(read);
  for (const text of refused) expect(addressCodecs[name].parse(text)).toBeNull();
});

test('the columns of a link keep their order, and one unknown column refuses all', () => {
  const { columns } = addressCodecs;
  expect(columns.parse('type,number')).toEqual(['type', 'number']);
  expect(columns.parse('type,token')).toBeNull();
  expect(columns.parse('')).toBeNull();
});
