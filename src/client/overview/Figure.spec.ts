import { expect, test } from 'vitest';
import { isolate } from '../lib/format.ts';
import { figureTsv } from './Figure.tsx';

test('a copied figure has no marks of direction', () => {
  const table = { headers: ['Month', 'Numbers'], rows: [[isolate('יוני 2026'), 12]] as const };
  expect(figureTsv(table)).toBe('Month\tNumbers\nיוני 2026\t12');
});
