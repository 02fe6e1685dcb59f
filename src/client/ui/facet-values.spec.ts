import { expect, test } from 'vitest';
import { facetValues } from './facet-values.ts';

const label = (value: string) =>
  ({ GB: 'United Kingdom', EE: 'Estonia', DE: 'Germany' })[value] ?? '';
const values = (seen: string[], counts: [string, number][], ranking: [string, number][]) =>
  facetValues(seen, new Map(counts), new Map(ranking), label);

test('the ranking decides the order, the counts are those of now', () => {
  expect(
    values(
      ['GB', 'EE'],
      [
        ['GB', 1],
        ['EE', 9],
      ],
      [
        ['GB', 5],
        ['EE', 2],
      ],
    ),
  ).toEqual([
    { value: 'GB', count: 1 },
    { value: 'EE', count: 9 },
  ]);
});

test('equals and newcomers are ordered by their label', () => {
  const order = values(['GB', 'DE', 'EE'], [], [['GB', 1]]).map(({ value }) => value);
  expect(order).toEqual(['GB', 'EE', 'DE']);
});

test('every value seen is offered once, also one that no loaded row has', () => {
  expect(
    values(
      ['EE', 'GB', 'EE'],
      [
        ['EE', 2],
        ['DE', 4],
      ],
      [],
    ),
  ).toEqual([
    { value: 'EE', count: 2 },
    { value: 'GB', count: 0 },
  ]);
});
