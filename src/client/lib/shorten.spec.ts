import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortenMiddle } from './shorten.ts';

test('what fits stays, what does not keeps both ends', () => {
  expect(shortenMiddle('acc61de164b', 11)).toBe('acc61de164b');
  expect(shortenMiddle('acc61de164b-8e62-35d9-92d0-c6df5f0956ec', 13)).toBe('acc61de1…56ec');
});

test('is never longer than asked, and shows nothing that is not in the text', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (text, max) => {
      const short = shortenMiddle(text, max);
      expect(short.length).toBeLessThanOrEqual(max);
      if (short === text) return;
      expect(short).toHaveLength(max);
      const cut = short.length - 1 - Math.floor((max - 1) / 3);
      expect(short[cut]).toBe('…');
      expect(text.startsWith(short.slice(0, cut))).toBe(true);
      expect(text.endsWith(short.slice(cut + 1))).toBe(true);
    }),
  );
});
