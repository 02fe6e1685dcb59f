import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generateNumbers } from './data/generate-numbers.ts';
import { createInventory } from './inventory.ts';
import type { NumberFilters } from './matches-filters.ts';

const rows = generateNumbers(600, 4, 'acc1');
const inventory = createInventory(rows);

const filters: fc.Arbitrary<NumberFilters> = fc.record(
  {
    number: fc.constantFrom(...rows.slice(0, 20).map((row) => row.number), '1'),
    country_code: fc.constantFrom('GB', 'US', 'EE', 'international', 'gb'),
    country_name: fc.constantFrom('United Kingdom', 'Bosnia and Herzegovina', 'Nowhere'),
    type: fc.constantFrom('local', 'mobile', 'toll_free', 'sip', 'shared_cost'),
    voice: fc.boolean(),
    messaging: fc.boolean(),
  },
  { requiredKeys: [] },
);

test('any combination of filters finds exactly the rows that match all of them', () => {
  fc.assert(
    fc.property(filters, (wanted) => {
      const keys = Object.keys(wanted) as (keyof NumberFilters)[];
      const expected = rows.filter((row) => keys.every((key) => row[key] === wanted[key]));
      expect(Array.from(inventory.positions(wanted), (position) => rows[position])).toEqual(
        expected,
      );
    }),
  );
});

test('a number is found however it is punctuated', () => {
  const number = rows[3]!.number;
  expect([...inventory.positions({ number: ` ${number.slice(0, 4)} ${number.slice(4)}` })]).toEqual(
    [3],
  );
});

test('an index is kept while in use and makes room for others later', () => {
  const first = inventory.positions({ type: 'local', voice: true });
  expect(inventory.positions({ voice: true, type: 'local' })).toBe(first);
  for (let i = 0; i < 40; i += 1) inventory.positions({ number: `${i}` });
  expect(inventory.positions({ type: 'local', voice: true })).not.toBe(first);
});
