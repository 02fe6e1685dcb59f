import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filterEntries, filterNames, type NumberFilters } from './filters.ts';
import { parseChecksQuery, parseNumbersQuery } from './query.ts';

const parse = (search: string) => parseNumbersQuery(new URLSearchParams(search));

const oddTexts = [
  'gb',
  'GBR',
  'Local Mobile',
  'short_code',
  ' a,b\\',
  '移动',
  '<b>',
  '\u0000',
  '📞',
];

describe('filters', () => {
  const anyFilters = fc.record(
    {
      number: fc.stringMatching(/^[1-9]\d{3,14}$/),
      country_code: fc.constantFrom('GB', 'EE', 'international'),
      country_name: fc.constantFrom('United Kingdom', "Côte d'Ivoire", 'international'),
      type: fc.constantFrom('local', 'mobile', 'toll_free', 'sip', 'shared_cost'),
      voice: fc.boolean(),
      messaging: fc.boolean(),
    },
    { requiredKeys: [] },
  );

  test('survive a round trip through a query string', () => {
    fc.assert(
      fc.property(anyFilters, (filters) => {
        const search = new URLSearchParams(filterEntries(filters as NumberFilters)).toString();
        expect(parse(search)).toEqual({ query: { filters, limit: 20, cursor: null }, faults: [] });
      }),
    );
  });

  test.each([
    ['+44 7480 600503', '447480600503'],
    ['0044-7480-600503', '447480600503'],
    ['(44) 7480.600/503', '447480600503'],
    ['44\u00a07480\u2011600503', '447480600503'],
    ['447480600503', '447480600503'],
  ])('number %j is sent as %j', (written, digits) => {
    expect(parse(`number=${encodeURIComponent(written)}`).query.filters.number).toBe(digits);
  });

  test.each([...oddTexts])('W10 %j stays as the rows spell it', (text) => {
    const search = new URLSearchParams({ country_code: text, country_name: text, type: text });
    expect(parse(String(search))).toEqual({
      query: {
        filters: { country_code: text, country_name: text, type: text },
        limit: 20,
        cursor: null,
      },
      faults: [],
    });
  });
});

describe('S20 faults', () => {
  test.each([
    ['voice=yes', 'voice'],
    ['messaging=1', 'messaging'],
    ['country_code=', 'country_code'],
    [`country_name=${'x'.repeat(65)}`, 'country_name'],
    ['type=', 'type'],
    ['number=07x', 'number'],
    ['number=', 'number'],
    ['number=1234567890123456', 'number'],
    ['limit=0', 'limit'],
    ['limit=21', 'limit'],
    ['limit=1e1', 'limit'],
    ['cursor=%0d%0a', 'cursor'],
    ['cursor=%0d%0aabc', 'cursor'],
    ['cursor=abc%0d%0a', 'cursor'],
    ['__proto__=1', '__proto__'],
    ['constructor=1', 'constructor'],
    ['sort=number', 'sort'],
  ])('%s names %s', (search, parameter) => {
    const { query, faults } = parse(search);
    expect(faults.map((fault) => fault.parameter)).toEqual([parameter]);
    expect(query).toEqual({ filters: {}, limit: 20, cursor: null });
  });

  test('a page may have any size from 1 to 20', () => {
    for (let limit = 1; limit <= 20; limit += 1) {
      expect(parse(`limit=${limit}`)).toMatchObject({ query: { limit }, faults: [] });
    }
  });

  test('the longest values are read, and longer ones are shown shortened', () => {
    const [type, cursor] = ['x'.repeat(64), 'a.b-c_'.padEnd(1024, '1')];
    expect(parse(`type=${type}&cursor=${cursor}`)).toMatchObject({
      query: { filters: { type }, cursor },
      faults: [],
    });
    expect(parse(`cursor=${cursor}1`).faults).toHaveLength(1);
    const detail = (text: string) => parse(`voice=${text}`).faults[0]?.detail;
    expect(detail('x'.repeat(40))).toMatch(/"x{40}"/);
    expect(detail('x'.repeat(41))).toMatch(/"x{40}…"/);
  });

  test('a repeated parameter is refused, even with the same value', () => {
    expect(parse('type=sip&type=sip').faults).toEqual([
      { parameter: 'type', detail: '"type" is given more than once; give it once.' },
    ]);
  });

  test('every fault is listed, not only the first', () => {
    expect(parse('voice=x&nope=1&limit=99').faults).toHaveLength(3);
  });

  test('no text makes it throw, and nothing but the filters comes out of it', () => {
    const names = [...filterNames, 'limit', 'cursor', '__proto__', 'constructor', 'toString'];
    const anyName = fc.oneof(fc.constantFrom(...names), fc.string());
    const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('true', 'GB', '4420'));
    fc.assert(
      fc.property(fc.array(fc.tuple(anyName, anyText)), (entries) => {
        const { query, faults } = parseNumbersQuery(entries);
        const { filters, limit, cursor } = query;
        expect(filterNames).toEqual(expect.arrayContaining(Object.keys(filters)));
        expect(Object.getPrototypeOf(filters)).toBe(Object.prototype);
        for (const value of Object.values(filters)) expect(String(value)).toMatch(/^[\s\S]{1,64}$/);
        expect(limit >= 1 && limit <= 20).toBe(true);
        expect(cursor ?? 'none').toMatch(/^[\w.-]{1,1024}$/);
        // A repeated parameter is always a fault.
        const distinct = new Set(entries.map(([name]) => name)).size;
        if (distinct < entries.length) expect(faults).not.toEqual([]);
      }),
    );
  });
});

describe('the query of the checks', () => {
  const parseChecks = (search: string) => parseChecksQuery(new URLSearchParams(search));

  test('fails on errors unless told, and takes the selection of an inventory', () => {
    expect(parseChecks('')).toEqual({ query: { selection: {}, failOn: 'error' }, faults: [] });
    expect(parseChecks('fail-on=info&country_code=GB,EE&voice=true')).toEqual({
      query: { selection: { country_code: ['GB', 'EE'], voice: true }, failOn: 'info' },
      faults: [],
    });
  });

  test.each([
    ['fail-on=fatal', 'fail-on', 'fail-on must be error, warning or info; got "fatal".'],
    ['fail-on=', 'fail-on', expect.any(String)],
    ['fail-on=info&fail-on=info', 'fail-on', expect.stringMatching(/more than once/)],
    ['failOn=info', 'failOn', expect.stringMatching(/not a parameter/)],
    ['checkpoint=abc', 'checkpoint', expect.stringMatching(/not a parameter/)],
    ['limit=20', 'limit', expect.any(String)],
    ['type=a,,b', 'type', expect.any(String)],
  ])('%s is a fault of %s', (search, parameter, detail) => {
    expect(parseChecks(search).faults).toEqual([{ parameter, detail }]);
  });
});
