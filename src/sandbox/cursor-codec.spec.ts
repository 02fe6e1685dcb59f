import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCursorCodec } from './cursor-codec.ts';

const seeds = fc.integer();
const positions = fc.nat({ max: 999_999 });

test('leads back to the position it was made from', () => {
  fc.assert(
    fc.property(seeds, positions, fc.constantFrom(0, 1), (seed, position, generation) => {
      const codec = createCursorCodec(seed, 1_000_000);
      const cursor = codec.encode(position, generation);
      expect(cursor).toMatch(/^[0-9a-f]{24}$/);
      expect(codec.decode(cursor)).toBe(position);
    }),
  );
});

test('differs from row to row and from one generation to the next', () => {
  const codec = createCursorCodec(1, 10_000);
  const cursors = Array.from({ length: 10_000 }, (_, position) => codec.encode(position));
  expect(new Set(cursors).size).toBe(10_000);
  expect(codec.encode(5, 1)).not.toBe(codec.encode(5));
});

test('refuses cursors that it did not make', () => {
  const codec = createCursorCodec(1, 100);
  const good = codec.encode(40);
  expect(codec.decode('')).toBeNull();
  expect(codec.decode('57e4f04a0c9b2dfe504f27e2')).toBeNull();
  expect(codec.decode(good.toUpperCase())).toBeNull();
  expect(codec.decode(`${good}0`)).toBeNull();
  expect(codec.decode(codec.encode(100))).toBeNull();
  expect(createCursorCodec(2, 100).decode(good)).toBeNull();
});
