import { describe, expect, test } from 'vitest';
import { type RentedNumber, rentedNumberSchema } from '#contract/number.ts';
import { formatMoment } from '../lib/format.ts';
import { detailGroups } from './detail-groups.ts';
import { rentedNumber } from './test-rows.ts';

const fieldNames = Object.keys(rentedNumberSchema.entries) as (keyof RentedNumber)[];
const base = rentedNumber();
const all = (row: RentedNumber) => detailGroups(row).flatMap(({ fields }) => fields);
const field = (changes: Partial<RentedNumber>, group: string, label: string) =>
  detailGroups(rentedNumber(changes))
    .find(({ title }) => title === group)
    ?.fields.find((one) => one.label === label);

describe('every field of the contract appears', () => {
  // The panel's title shows number_display, which has the digits of number_e164.
  const texts = fieldNames.filter(
    (name) => typeof base[name] !== 'boolean' && !/display|e164|created|updated/.test(name),
  );

  test.each(texts)('%s, as it is', (name) => {
    const shown = all(rentedNumber({ [name]: 'the-very_text' })).flatMap(({ text, remark }) => [
      text,
      remark,
    ]);
    expect(shown).toContainEqual(expect.stringContaining('the-very_text'));
  });

  test.each(['voice', 'messaging', 'has_token'] as const)('%s, in words', (name) => {
    expect(all({ ...base, [name]: true })).not.toEqual(all({ ...base, [name]: false }));
  });

  test.each([
    ['created', 'Rented'],
    ['updated', 'Updated'],
  ])('%s, in local time and as the API gave it', (name, label) => {
    const iso = '2020-02-03T04:05:06+03:00';
    expect(field({ [name]: iso }, 'Identity', label)).toMatchObject({
      text: formatMoment(iso),
      remark: '2020-02-03 04:05:06 UTC+03:00',
    });
  });
});

test('each field stands under its own name, once', () => {
  const elsewhere = ['number_display', 'number_e164', 'country_name'];
  const own = fieldNames.filter((name) => !elsewhere.includes(name));
  expect(
    all(base)
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(own.toSorted());
});

test('identifiers and addresses are code, and the token is one that may be revealed', () => {
  const names = (of: 'isCode' | 'isToken') => all(base).flatMap((one) => (one[of] ? one.name : []));
  expect(names('isToken')).toEqual(['has_token']);
  expect(names('isCode')).toEqual([
    ...['call_controller', 'call_app_sid', 'endpoint_sid', 'msg_controller', 'msg_app_sid'],
    ...['number', 'number_sid', 'account_sid'],
  ]);
});

test('what is not set has no text, whether the API says null or nothing', () => {
  const nullable = fieldNames.filter(
    (name) => rentedNumberSchema.entries[name].type === 'nullable' && name !== 'number_e164',
  );
  const unset = (value: null | '') =>
    all({ ...base, ...Object.fromEntries(nullable.map((name) => [name, value])) });
  expect(unset('')).toEqual(unset(null));
  expect(unset('').filter(({ text }) => text === null)).toHaveLength(nullable.length + 1);
});

test('a country is called as in the table; what else the API calls it stands beside it', () => {
  expect(field({}, 'Identity', 'Country')).toMatchObject({
    text: 'United Kingdom',
    remark: 'GB',
  });
  expect(field({ country_name: '' }, 'Identity', 'Country')).toMatchObject({
    text: 'United Kingdom',
    remark: 'GB',
  });
  expect(
    field({ country_code: 'CZ', country_name: 'Czech Republic' }, 'Identity', 'Country'),
  ).toMatchObject({
    text: 'Czechia',
    remark: 'CZ, Czech Republic in the API',
  });
});

test('a mode is named, and an unknown one shown as it is', () => {
  expect(field({ mode: 'end_point' }, 'Voice', 'Mode')).toMatchObject({
    text: 'SIP trunk',
    remark: 'end_point',
  });
  for (const mode of ['new_mode', 'constructor']) {
    expect(field({ mode }, 'Voice', 'Mode')).toMatchObject({ text: mode, remark: undefined });
  }
});

test('a placeholder application says that none was chosen', () => {
  const remark = (call_app_sid: string) => field({ call_app_sid }, 'Voice', 'Application')?.remark;
  expect(remark('default_call_app_sid')).toBe('default (none selected)');
  expect(remark('app1')).toBeUndefined();
});
