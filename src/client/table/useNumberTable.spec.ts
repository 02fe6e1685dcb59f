import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRowKeys } from './useNumberTable.tsx';

test('a row that stays keeps its key, and one that comes takes over that of one that went', () => {
  const keysOf = createRowKeys();
  const before = keysOf(['a', 'b', 'c']);
  const after = keysOf(['c', 'd', 'e']);
  expect(after.get('c')).toBe(before.get('c'));
  expect([...after.values()].sort()).toEqual([...before.values()].sort());
});

test('however the rows change, no two share a key, and there are no more keys than rows ever were', () => {
  const anyRows = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { maxLength: 8 });
  fc.assert(
    fc.property(fc.array(anyRows), (windows) => {
      const keysOf = createRowKeys();
      for (const ids of windows) {
        const keys = ids.map((id) => keysOf(ids).get(id));
        expect(new Set(keys).size).toBe(ids.length);
        expect(Math.max(-1, ...keys.map(Number))).toBeLessThan(8);
      }
    }),
  );
});
