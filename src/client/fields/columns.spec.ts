import { expect, test } from 'vitest';
import { rentedNumberSchema } from '#contract/number.ts';
import { columnIds, exportFields, isColumnId } from './columns.tsx';

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
