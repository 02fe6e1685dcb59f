import { expect, test } from 'vitest';
import { numberPlan } from './number-plan.ts';
import { type SearchPlace, searchIntent } from './search-intent.ts';

const anywhere: SearchPlace = {
  plan: numberPlan,
  country: null,
  countries: [],
  isRented: () => false,
};

test.each([
  ['447480600503', '447480600503'],
  [' +44 7480 600503 ', '447480600503'],
  ['0044 7480-600503', '447480600503'],
  ['(+44) 7480 600503', '447480600503'],
  ['3725012345', '3725012345'],
  ['+3725012345', '3725012345'],
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
  ['+376 800 123', '376800123'],
  ['(+376) 800 123', '376800123'],
  ['00 376 800 123', '376800123'],
])('%j asks the API for a number', (text, number) => {
  expect(searchIntent(text, anywhere)).toEqual({ kind: 'number', number });
});

test.each([
  '372501234',
  '+3725012',
  '+37250123',
  '+44207946',
  '+44 20 7946 000',
  '1212555012',
  '4471',
  'main desk',
  'desk 3725012345',
  '1234567890123456',
  // A whole number of Andorra, but other numbers may begin so where no prefix is written.
  '376800123',
  '07480 600503',
])('%j narrows the loaded rows', (text) => {
  expect(searchIntent(` ${text} `, anywhere)).toEqual({ kind: 'text', text });
});

test.each(['', '  ', '\u00a0'])('%j asks for nothing', (text) => {
  expect(searchIntent(text, anywhere)).toEqual({ kind: 'nothing' });
});

test('W4 a national number asks the API where its country is known', () => {
  const asked = { kind: 'number', number: '447480600503' };
  const inBritain = { ...anywhere, country: 'GB' };
  expect(searchIntent('07480 600503', inBritain)).toEqual(asked);
  expect(searchIntent('7480 600', inBritain)).toEqual({ kind: 'text', text: '7480 600' });
});

test('W4 what is rented decides whose national number is meant', () => {
  const loaded = {
    ...anywhere,
    countries: ['VN', 'RU', 'GB'],
    isRented: (line: string) => line === '74951234567',
  };
  const intent = (text: string) => searchIntent(text, loaded);
  expect(intent('8 (495) 123-45-67')).toEqual({ kind: 'number', number: '74951234567' });
  expect(intent('+84 951 234 567')).toEqual({ kind: 'number', number: '84951234567' });
  expect(intent('8 (495) 123-45-68')).toEqual({ kind: 'number', number: '84951234568' });
  expect(intent('desk')).toEqual({ kind: 'text', text: 'desk' });
});

test('without the plans, digits are asked for as they are written', () => {
  const asked = { kind: 'number', number: '447480600503' };
  const unplanned = { ...anywhere, plan: null, countries: ['GB'] };
  expect(searchIntent('+44 7480 600503', unplanned)).toEqual(asked);
  expect(searchIntent('447480600503', unplanned)).toEqual(asked);
  expect(searchIntent('tel:+447480600503', unplanned)).toEqual(asked);
  expect(searchIntent('+44 7480 600503 ext 12', unplanned)).toEqual(asked);
  expect(searchIntent('٤٤ ٧٤٨٠ ٦٠٠٥٠٣', unplanned)).toEqual(asked);
});
