import { expect, test } from 'vitest';
import { numberPlan } from './number-plan.ts';
import { searchIntent } from './search-intent.ts';

test.each([
  ['447480600503', '447480600503'],
  [' +44 7480 600503 ', '447480600503'],
  ['0044 7480-600503', '447480600503'],
  ['(+44) 7480 600503', '447480600503'],
  ['3725012345', '3725012345'],
  ['+3725012345', '3725012345'],
  ['+37250123', '37250123'],
  ['+44 (0)7480 600503', '447480600503'],
  ['\u202a+44 7480 600503\u202c', '447480600503'],
  ['tel:+447480600503', '447480600503'],
  ['Tel: +44 7480 600503', '447480600503'],
  ['• +44 7480 600503,', '447480600503'],
  ['“+44 7480 600503”', '447480600503'],
  ['<+44 7480 600503>;', '447480600503'],
  ['+44 7480 600503 ext 12', '447480600503'],
  ['+44 07480 600503', '447480600503'],
  ['4407480600503', '447480600503'],
  ['+39 06 1234 5678', '390612345678'],
  ['+52 1 55 1234 5678', '525512345678'],
  ['whatsapp:+447480600503', '447480600503'],
  ['sip:+447480600503@10.0.0.17:5060', '447480600503'],
  ['TEL;TYPE=CELL:+44 7480 600503', '447480600503'],
  ['+1-800-FLOWERS', '18003569377'],
  ['+٤٤ ٧٤٨٠ ٦٠٠٥٠٣', '447480600503'],
  ['447480600503.0', '447480600503'],
  ['+999 123 456 789', '999123456789'],
])('%j asks the API for a number', (text, number) => {
  expect(searchIntent(text, numberPlan, null)).toEqual({ kind: 'number', number });
});

test.each([
  '372501234',
  '+3725012',
  '4471',
  'main desk',
  'desk 3725012345',
  '1234567890123456',
  '07480 600503',
])('%j narrows the loaded rows', (text) => {
  expect(searchIntent(` ${text} `, numberPlan, null)).toEqual({ kind: 'text', text });
});

test.each(['', '  ', '\u00a0'])('%j asks for nothing', (text) => {
  expect(searchIntent(text, numberPlan, null)).toEqual({ kind: 'nothing' });
});

test('W4 a national number asks the API where its country is known', () => {
  const asked = { kind: 'number', number: '447480600503' };
  expect(searchIntent('07480 600503', numberPlan, 'GB')).toEqual(asked);
  expect(searchIntent('7480 600', numberPlan, 'GB')).toEqual({ kind: 'text', text: '7480 600' });
});

test('without the plans, digits are asked for as they are written', () => {
  const asked = { kind: 'number', number: '447480600503' };
  expect(searchIntent('+44 7480 600503', null, null)).toEqual(asked);
  expect(searchIntent('٤٤ ٧٤٨٠ ٦٠٠٥٠٣', null, null)).toEqual(asked);
});
