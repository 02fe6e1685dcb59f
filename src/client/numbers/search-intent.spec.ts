import { expect, test } from 'vitest';
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
])('%j asks the API for a number', (text, number) => {
  expect(searchIntent(text)).toEqual({ kind: 'number', number });
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
  expect(searchIntent(` ${text} `)).toEqual({ kind: 'text', text });
});

test.each(['', '  ', '\u00a0'])('%j asks for nothing', (text) => {
  expect(searchIntent(text)).toEqual({ kind: 'nothing' });
});
