import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareWords } from './share.ts';

test.each([
  [0, 5310, '0%', '0.0%'],
  [1, 5310, '<1%', '<0.1%'],
  [53, 5310, '<1%', '1.0%'],
  [391, 5310, '7%', '7.4%'],
  [2655, 5310, '50%', '50.0%'],
  [5289, 5310, '>99%', '99.6%'],
  [5309, 5310, '>99%', '>99.9%'],
  [5310, 5310, '100%', '100.0%'],
  [0, 0, '0%', '0.0%'],
])('%i of %i are %s, or %s', (count, of, whole, tenths) => {
  expect(shareWords(count, of)).toBe(whole);
  expect(shareWords(count, of, 1)).toBe(tenths);
});

test('only nothing is 0%, and only everything is 100%', () => {
  fc.assert(
    fc.property(fc.nat(1e6), fc.nat(1e6), (some, others) => {
      fc.pre(some + others > 0);
      for (const digits of [0, 1] as const) {
        const words = shareWords(some, some + others, digits);
        expect(/^0(\.0)?%$/.test(words)).toBe(some === 0);
        expect(/^100(\.0)?%$/.test(words)).toBe(others === 0);
      }
    }),
  );
});
