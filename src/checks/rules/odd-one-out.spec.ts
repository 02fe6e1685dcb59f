import { describe, expect, test } from 'vitest';
import type { RentedNumber } from '#contract/number.ts';
import { context, soundRow } from '../test-row.ts';
import { oddOneOut } from './odd-one-out.ts';

/** Equal rows, and then one row for each set of changes. */
const cohort = (alike: number, ...odd: Partial<RentedNumber>[]) => [
  ...Array.from({ length: alike }, (_, at) => soundRow({ number_sid: `num${at}` })),
  ...odd.map((changes, at) => soundRow({ number_sid: `odd${at}`, ...changes })),
];
const check = (rows: RentedNumber[]) =>
  [...oddOneOut.check(rows, context)]
    .filter((found) => found !== null)
    .map(([sid, { field, message }]) => ({ sid, field, message }));

const words = 'This number may have been missed or mistaken when others were changed: ';

test.each<[Partial<RentedNumber>, string, string]>([
  [
    { call_controller: 'https://old.example.com/x' },
    'call_controller',
    '96 % of the 25 GB mobile numbers with voice have a call controller on hooks.example.com, this one a call controller on old.example.com.',
  ],
  [
    { msg_controller: '' },
    'msg_controller',
    '96 % of the 25 GB mobile numbers with messaging have a message controller on hooks.example.com, this one no message controller.',
  ],
  [
    { call_app_sid: 'app1' },
    'call_app_sid',
    '96 % of the 25 GB mobile numbers with voice have no calling application, this one the calling application app1.',
  ],
  [
    { msg_app_sid: 'app2' },
    'msg_app_sid',
    '96 % of the 25 GB mobile numbers with messaging have no messaging application, this one the messaging application app2.',
  ],
  [
    { mode: 'sip_phone' },
    'mode',
    '96 % of the 25 GB mobile numbers have the mode xml, this one the mode sip_phone.',
  ],
])('%j among 24 others', (changes, field, rest) => {
  expect(check(cohort(24, changes))).toEqual([{ sid: 'odd0', field, message: words + rest }]);
});

describe('who is compared', () => {
  const odd = { mode: 'sip_phone' };

  test('20 numbers or more', () => {
    expect(check(cohort(19, odd))).toHaveLength(1);
    expect(check(cohort(18, odd))).toEqual([]);
  });

  test('95 of 100 alike or more', () => {
    expect(check(cohort(95, odd, odd, odd, odd, odd))).toHaveLength(5);
    expect(check(cohort(94, odd, odd, odd, odd, odd, odd))).toEqual([]);
  });

  test('numbers of one country and type', () => {
    expect(check(cohort(24, { ...odd, country_code: 'EE' }))).toEqual([]);
    expect(check(cohort(24, { ...odd, type: 'local' }))).toEqual([]);
  });

  test('only settings of capabilities that are on', () => {
    expect(check(cohort(24, { voice: false, call_controller: '' }))).toEqual([]);
    const silent = Array.from({ length: 10 }, () => ({ voice: false, call_controller: '' }));
    expect(check(cohort(24, ...silent, { call_controller: '' }))).toHaveLength(1);
  });
});

test('the host is compared, not the path; the placeholder is no application', () => {
  expect(check(cohort(24, { call_controller: 'https://hooks.example.com/other?a=1' }))).toEqual([]);
  expect(check(cohort(24, { call_app_sid: null }))).toEqual([]);
});

test('a controller that is no web address is not repeated', () => {
  const [found] = check(cohort(24, { call_controller: 'hunter2' }));
  expect(found?.message).toContain('this one a call controller that is no web address');
});

test('a number can differ in several ways, and a lone value is no habit', () => {
  expect(
    check(cohort(24, { mode: 'sip_phone', call_controller: '', msg_controller: '' })),
  ).toHaveLength(3);
  expect(check(cohort(30))).toEqual([]);
});

test('a number that alone has a setting is odd, too', () => {
  const bare = { call_controller: null, call_app_sid: null, mode: null };
  const rows = Array.from({ length: 24 }, (_, at) => soundRow({ number_sid: `num${at}`, ...bare }));
  const odd = { call_controller: 'https://x.example.com', call_app_sid: 'app1', mode: 'xml' };
  const found = check([...rows, soundRow({ number_sid: 'odd', ...odd })]);
  expect(found.map(({ message }) => message.replace(/^.* have /, ''))).toEqual([
    'no call controller, this one a call controller on x.example.com.',
    'no calling application, this one the calling application app1.',
    'no mode, this one the mode xml.',
  ]);
});

test('a type of several words is written as words', () => {
  const rows = cohort(24, { mode: 'sip_phone' }).map((row) => ({ ...row, type: 'toll_free' }));
  expect(check(rows)[0]?.message).toContain('96 % of the 25 GB toll free numbers have');
});
