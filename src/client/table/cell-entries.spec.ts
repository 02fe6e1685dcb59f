import { describe, expect, test } from 'vitest';
import { type ColumnId, columnIds } from '../fields/columns.tsx';
import { rentedNumber } from '../fields/test-rows.ts';
import {
  buttonWords,
  cellEntries,
  copiedText,
  entryWords,
  selectionEntries,
} from './cell-entries.ts';

const row = rentedNumber({
  name: 'Front desk',
  type: 'toll_free',
  voice: true,
  call_controller: 'https://hooks.example.com/voice',
  created: new Date(2016, 2, 31, 12).toISOString(),
});
const words = (column: ColumnId, changes: Parameters<typeof rentedNumber>[0] = {}) =>
  cellEntries({ ...row, ...changes }, column).map(entryWords);

test.each<[ColumnId, string[]]>([
  ['number', ['Open details', 'Copy +447480600503', 'Copy 447480600503, as Apifonica writes it']],
  ['name', ['Only Front desk', 'Copy Front desk']],
  ['country', ['Only United Kingdom', 'Copy GB', 'Copy United Kingdom']],
  ['type', ['Only Toll-free', 'Copy toll_free']],
  ['capabilities', ['Only voice on', 'Only SMS on']],
  ['mode', ['Copy xml']],
  [
    'voice_to',
    [
      'Only hooks.example.com',
      'Only https://hooks.example.com/voice',
      'Copy https://hooks.example.com/voice',
    ],
  ],
  [
    'messages_to',
    ['Only 172.16.102.175:8082', `Only ${row.msg_controller}`, `Copy ${row.msg_controller}`],
  ],
  ['created', ['Only Mar 2016', `Copy ${row.created}`]],
  ['updated', [`Copy ${row.updated}`]],
  ['call_app_sid', ['Only default_call_app_sid', 'Copy default_call_app_sid']],
  ['endpoint_sid', []],
  ['has_token', []],
])('%s', (column, expected) => {
  const number = column === 'number' ? [] : ['Copy number'];
  expect(words(column)).toEqual([...expected, ...number]);
});

test('a number that is copied as Apifonica writes it has one entry', () => {
  const shortCode = { number: '12345', number_display: '12345' };
  expect(words('number', shortCode)).toEqual(['Open details', 'Copy 12345']);
  expect(words('number', { number: '+447480600503' })).toEqual([
    'Open details',
    'Copy +447480600503',
  ]);
});

test('the selected rows have entries that name their count', () => {
  const selected = (count: number, canCompare: boolean) =>
    selectionEntries(count, canCompare).map(entryWords);
  expect(selected(0, false)).toEqual([]);
  expect(selected(1, false)).toEqual(['Copy 1 selected row']);
  expect(selected(3, true)).toEqual(['Copy 3 selected rows', 'Compare 3 selected rows']);
});

test.each<[ColumnId, string]>([
  ['number', '+447480600503'],
  ['name', 'Front desk'],
  ['country', 'GB'],
  ['voice_to', 'https://hooks.example.com/voice'],
  ['capabilities', 'Voice, SMS'],
  ['endpoint_sid', '+447480600503'],
])('a copy of the cell %s is %s', (column, text) => {
  expect(copiedText(row, column, null)).toBe(text);
});

test('each cell has the number to copy', () => {
  for (const column of columnIds) {
    const texts = cellEntries(row, column).map((entry) => entry.does === 'copy' && entry.text);
    expect(texts).toContain('+447480600503');
  }
});

describe('a destination is the one that is shown', () => {
  test('an application', () => {
    expect(words('voice_to', { call_controller: null, call_app_sid: 'app1' })).toEqual([
      'Only app1',
      'Copy app1',
      'Copy number',
    ]);
  });

  test('an endpoint', () => {
    expect(words('voice_to', { mode: 'end_point', endpoint_sid: 'end1' })[0]).toBe('Only end1');
  });

  test('none', () => {
    expect(words('voice_to', { call_controller: '' })).toEqual(['Copy number']);
  });

  test('what is no address has no host', () => {
    expect(words('voice_to', { call_controller: 'sip-gw' })).toEqual([
      'Only sip-gw',
      'Copy sip-gw',
      'Copy number',
    ]);
  });
});

test.each<[ColumnId, string | null]>([
  ['country', 'Filter by or copy United Kingdom'],
  ['capabilities', 'Filter by voice on'],
  ['mode', 'Copy xml'],
  ['number', null],
  ['endpoint_sid', null],
])('the button in %s is %s', (column, name) => {
  expect(buttonWords(row, column)).toBe(name);
});

test('each finding of a row is a filter, and all of them are copied together', () => {
  const text = 'Error: Calls go nowhere; Notice: Odd one out';
  const found = { rulesOf: () => ['calls-go-nowhere', 'odd-one-out'], textOf: () => text };
  const entries = cellEntries(row, 'finding', found);
  expect(entries.map(entryWords)).toEqual([
    'Only Calls go nowhere',
    'Only Odd one out',
    `Copy ${text}`,
    'Copy number',
  ]);
  expect(entries[1]).toMatchObject({ narrowing: { check: 'odd-one-out' } });
  expect(buttonWords(row, 'finding', found)).toBe('Filter by or copy Calls go nowhere');
});

test('a row that is not checked has no finding to filter by or to copy', () => {
  const unchecked = { rulesOf: () => [], textOf: () => 'not checked yet' };
  expect(cellEntries(row, 'finding', unchecked).map(entryWords)).toEqual(['Copy number']);
  expect(buttonWords(row, 'finding', unchecked)).toBeNull();
});
