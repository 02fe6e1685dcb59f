import { expect, test } from 'vitest';
import { parseListQuery } from './list-query.ts';

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
