import { expect, test } from 'vitest';
import { rentedNumberSchema } from '#contract/number.ts';
import { formatDay } from '../lib/format.ts';
import { columnIds, columnText, exportFields, isColumnId } from './columns.tsx';
import { rentedNumber } from './test-rows.ts';

test('an export has the fields of the columns shown, in their order', () => {
  expect(exportFields(['capabilities', 'number', 'country'])).toEqual([
    'voice',
    'messaging',
    'number',
    'country_code',
    'country_name',
  ]);
  expect(exportFields([])).toEqual([]);
});

test('a field that two columns stand for comes once, at its first place', () => {
  expect(exportFields(['voice_to', 'name', 'call_app_sid'])).toEqual([
    'call_controller',
    'call_app_sid',
    'endpoint_sid',
    'name',
  ]);
});

test('all columns together export every field of the contract but what is derived from the number', () => {
  const { number_display: _display, number_e164: _e164, ...fields } = rentedNumberSchema.entries;
  expect(exportFields(columnIds).toSorted()).toEqual(Object.keys(fields).toSorted());
});

test('only its own keys are columns', () => {
  expect(columnIds.every(isColumnId)).toBe(true);
  for (const id of ['toString', '__proto__', '', 'token']) expect(isColumnId(id)).toBe(false);
});

test('every column has its text, in full', () => {
  const row = rentedNumber({
    name: 'Main desk',
    endpoint_sid: 'end1',
    has_token: true,
    msg_method: 'POST',
  });
  const texts = Object.fromEntries(columnIds.map((id) => [id, columnText(id, row)]));
  expect(texts).toEqual({
    number: '+44 7480 600503',
    name: 'Main desk',
    country: 'United Kingdom',
    type: 'Local',
    capabilities: 'SMS',
    finding: '',
    mode: 'xml',
    voice_to: '',
    messages_to: 'http://172.16.102.175:8082/messages/events',
    created: formatDay('2016-03-31T11:16:59+03:00'),
    updated: formatDay('2016-03-31T11:17:21+03:00'),
    number_sid: row.number_sid,
    account_sid: row.account_sid,
    endpoint_sid: 'end1',
    call_app_sid: 'default_call_app_sid',
    msg_app_sid: row.msg_app_sid,
    call_method: 'GET',
    msg_method: 'POST',
    has_token: 'Set',
  });
});

test('what a row does not have has no text', () => {
  const row = rentedNumber({ name: null, mode: null, created: null, updated: null });
  for (const id of ['name', 'mode', 'created', 'updated', 'has_token'] as const) {
    expect(columnText(id, row)).toBe('');
  }
});

test.each([
  [true, true, 'Voice, SMS'],
  [true, false, 'Voice'],
  [false, false, 'none'],
])('capabilities are listed, none is said: %s, %s', (isVoice, messaging, text) => {
  expect(columnText('capabilities', rentedNumber({ voice: isVoice, messaging }))).toBe(text);
});

test('findings are those of the row', () => {
  const row = rentedNumber();
  const found = { cellOf: () => null, textOf: (sid: string) => `finding of ${sid}` };
  expect(columnText('finding', row, found)).toBe(`finding of ${row.number_sid}`);
  expect(columnText('finding', row, { ...found, textOf: () => null })).toBe('');
});
