import { expect, test } from 'vitest';
import { copiedNumber } from './copied-number.ts';

test.each([
  ['442079460001', '+44 20 7946 0001', '+442079460001'],
  ['+442079460001', '+44 20 7946 0001', '+442079460001'],
  ['81312345678', '+81 3 1234 5678', '+81312345678'],
  ['12345', '12345', '12345'],
  ['sip:desk@example', 'sip:desk@example', 'sip:desk@example'],
])('%s, shown as %s, is copied as %s', (number, number_display, copied) => {
  expect(copiedNumber({ number, number_display })).toBe(copied);
});
