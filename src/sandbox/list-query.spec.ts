import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPage, type PageStart, parseListQuery } from './list-query.ts';

const parse = (query: string) => parseListQuery(new URLSearchParams(query));

test('reads every documented parameter and ignores the rest', () => {
  const text = 'limit=5&number=%2B44&country_code=GB&country_name=United%20Kingdom&type=mobile';
  expect(parse(`${text}&voice=true&messaging=false&next=abc&colour=red`)).toEqual({
    ok: true,
    query: {
      limit: 5,
      filters: {
        number: '+44',
        country_code: 'GB',
        country_name: 'United Kingdom',
        type: 'mobile',
        voice: true,
        messaging: false,
      },
      next: 'abc',
      prev: null,
    },
  });
});

test.each([
  ['', 20],
  ['limit=1', 1],
  ['limit=20', 20],
  ['limit=21', 20],
  ['limit=5000', 20],
])('"%s" gives pages of %i', (query, limit) => {
  expect(parse(query)).toMatchObject({ ok: true, query: { limit } });
});

test.each([
  ['limit=0', 'limit', '0'],
  ['limit=-1', 'limit', '-1'],
  ['limit=1.5', 'limit', '1.5'],
  ['limit=ten', 'limit', 'ten'],
  ['limit=', 'limit', ''],
  ['voice=yes', 'voice', 'yes'],
  ['voice=TRUE', 'voice', 'TRUE'],
  ['messaging=', 'messaging', ''],
  ['next=a&prev=b', 'prev', 'b'],
])('"%s" is refused', (query, parameter, value) => {
  expect(parse(query)).toEqual({ ok: false, parameter, value });
});

const positions = fc
  .uniqueArray(fc.nat({ max: 60 }), { maxLength: 40 })
  .map((list) => list.toSorted((a, b) => a - b));
const limits = fc.integer({ min: 1, max: 20 });
const places = fc.nat({ max: 60 });

function page(list: readonly number[], from: PageStart, limit: number) {
  const { start, end } = findPage(Uint32Array.from(list), from, limit);
  return list.slice(start, end);
}

test('takes the rows right after a position, whether or not that row matches', () => {
  fc.assert(
    fc.property(positions, places, limits, (list, position, limit) => {
      const expected = list.filter((it) => it > position).slice(0, limit);
      expect(page(list, { kind: 'after', position }, limit)).toEqual(expected);
    }),
  );
});

test('takes the rows right before a position', () => {
  fc.assert(
    fc.property(positions, places, limits, (list, position, limit) => {
      const expected = list.filter((it) => it < position).slice(-limit);
      expect(page(list, { kind: 'before', position }, limit)).toEqual(expected);
    }),
  );
});

test('skips by offset, past the end too', () => {
  expect(page([1, 2, 3], { kind: 'top' }, 2)).toEqual([1, 2]);
  expect(page([1, 2, 3], { kind: 'offset', offset: 2 }, 2)).toEqual([3]);
  expect(page([1, 2, 3], { kind: 'offset', offset: 9 }, 2)).toEqual([]);
});
