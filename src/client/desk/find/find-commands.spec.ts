import { expect, test } from 'vitest';
import { soughtNumber } from './find-commands.ts';

test.each([
  ['+44 7480 600503', '447480600503'],
  ['0044 7480 600503', '447480600503'],
  ['4474806', '4474806'],
  ['447480', null],
  ['main desk', null],
  ['', null],
])('%j asks for the number %j', (text, number) => {
  expect(soughtNumber(text)).toBe(number);
});
