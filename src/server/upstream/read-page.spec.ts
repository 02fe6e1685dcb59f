import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NumberFilters } from '#contract/filters.ts';
import { documentedRow, wirePage } from '#sandbox/stand-in/documented-row.ts';
import { readPage } from './read-page.ts';

const answer = (body: string | Uint8Array, contentType = 'application/json') => ({
  status: 200,
  contentType,
  contentEncoding: 'identity',
  retryAfter: undefined,
  body: Buffer.from(body),
});
const read = (page: unknown, filters: NumberFilters = {}) =>
  readPage(answer(JSON.stringify(page)), filters, 'acc-test');

test('a page gives its rows, and the links as sent', () => {
  const page = read(wirePage([documentedRow()], { prev: 'a', next: 'b' }));
  expect(page).toMatchObject({ skipped: 0, prev: 'a', next: 'b' });
  expect(page.faults).toEqual({ rows: new Set(), values: [] });
  expect(page.numbers).toHaveLength(1);
});

describe('a row without a required field is left out and counted, with the names of the fields', () => {
  const { number_sid: _, ...withoutSid } = documentedRow();
  test.each<[string, unknown, string[]]>([
    ['no SID', withoutSid, ['number_sid']],
    ['an empty SID', documentedRow({ number_sid: '' }), ['number_sid']],
    ['a long SID', documentedRow({ number_sid: 'x'.repeat(2049) }), ['number_sid']],
    ['a SID of another kind', documentedRow({ number_sid: [1] }), ['number_sid']],
    ['no number', documentedRow({ number: null }), ['number']],
    ['half a number', documentedRow({ number: 0.5 }), ['number']],
    ['the number zero', documentedRow({ number: 0 }), ['number']],
    ['no capability', documentedRow({ voice: 'maybe', messaging: null }), ['voice', 'messaging']],
    ['null', null, ['(row)']],
    ['text', 'row', ['(row)']],
  ])('%s', (_name, row, fields) => {
    const page = read(wirePage([documentedRow(), row, documentedRow()]));
    expect(page).toMatchObject({ skipped: 1, faults: { rows: new Set(fields), values: [] } });
    expect(page.numbers).toHaveLength(2);
  });
});

describe('W11 any other unreadable value is dropped, never its row', () => {
  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['a date', { created: 'yesterday' }, { created: null }],
    ['two dates', { created: 7, updated: '2016-03-31' }, { created: null, updated: null }],
    ['10 kB of text', { name: 'x'.repeat(10_000) }, { name: null }],
    ['an object for a text', { token: { secret: 'x' } }, { token: null }],
    ['a number for a text', { country_code: 44, mode: 1 }, { country_code: '', mode: null }],
    ['a type too long to ask for', { type: 'x'.repeat(65) }, { type: '' }],
    ['half a surrogate pair', { country_code: 'a\udc00', type: '\ud800' }, { type: '' }],
    ['an object for an endpoint', { endpoint_sid: {} }, { endpoint_sid: null }],
    ['a list', { country_name: [], call_method: [] }, { country_name: '', call_method: null }],
  ])('%s', (_name, changes, expected) => {
    const page = read(wirePage([documentedRow(changes)]));
    expect(page).toMatchObject({ skipped: 0, numbers: [expected] });
    expect(page.faults).toEqual({ rows: new Set(), values: Object.keys(changes) });
  });

  test.each([
    ['voice', 'true', true],
    ['messaging', 'false', false],
    ['number', 447480600503, '447480600503'],
    ['number_sid', 12345, '12345'],
    ['number_sid', 'x'.repeat(2048), 'x'.repeat(2048)],
    ['name', 'x'.repeat(2048), 'x'.repeat(2048)],
  ])('%s as %j is read', (name, value, expected) => {
    const page = read(wirePage([documentedRow({ [name]: value })]));
    expect(page.numbers).toMatchObject([{ [name]: expected }]);
    expect(page.faults).toEqual({ rows: new Set(), values: [] });
  });

  test('an empty or missing value does not count as unreadable', () => {
    const {
      type: _,
      updated: __,
      ...rest
    } = documentedRow({ country_code: '', created: '', name: '' });
    const { numbers, faults } = read(wirePage([rest]));
    const nothing = { type: '', country_code: '', created: null, updated: null, name: '' };
    expect(numbers).toMatchObject([nothing]);
    expect(faults.values).toEqual([]);
  });

  test('W11 a row with valid required fields is kept, whatever else it holds', () => {
    const { number_sid: _, number: __, voice: ___, messaging: ____, ...others } = documentedRow();
    const names = Object.keys(others).filter((name) => name !== 'account_sid');
    const anyValue = fc.dictionary(fc.constantFrom(...names), fc.jsonValue());
    fc.assert(
      fc.property(anyValue, (changes) => {
        const page = read(wirePage([documentedRow(changes)]));
        expect(page).toMatchObject({ skipped: 0, numbers: [{ number: '447480600503' }] });
      }),
    );
  });
});

test('fields the documentation lacks, and types it does not list, are fine', () => {
  const { numbers, skipped } = read(
    wirePage([documentedRow({ type: 'shared_cost', added: { a: 1 } })]),
  );
  expect(skipped).toBe(0);
  expect(numbers[0]).toMatchObject({ type: 'shared_cost', name: null });
  expect(numbers[0]).not.toHaveProperty('added');
});

describe('a page that cannot be trusted is refused', () => {
  const sentence = expect.stringMatching(/^Apifonica.+\.$/);
  const whole = JSON.stringify(wirePage([]));
  const { next: _next, ...withoutNext } = wirePage([documentedRow()]);
  const { numbers: _numbers, ...withoutNumbers } = wirePage([]);
  test.each<[string, unknown, string]>([
    ['no next', withoutNext, 'next'],
    ['next of another kind', wirePage([], { next: 7 }), 'next'],
    ['no numbers', withoutNumbers, 'numbers'],
    ['numbers that are no list', wirePage([], { numbers: {} }), 'numbers'],
    ['null', null, 'the whole'],
    ['a list', [], 'next'],
    ['text', 'ok', 'the whole'],
  ])('%s', (_name, page, field) => {
    expect(() => read(page)).toThrow(
      expect.objectContaining({
        code: 'upstream_contract',
        message: expect.stringContaining(`wrong kind: ${field}.`),
      }),
    );
  });

  test.each([
    ['a web page', '<!doctype html>', 'text/html; charset=utf-8', 'upstream_contract'],
    ['JSON called text', '{}', 'text/plain', 'upstream_contract'],
    ['a page called a kind of its own', whole, 'x-application/json', 'upstream_contract'],
    ['no content type', '{}', '', 'upstream_contract'],
    ['an empty body', '', 'application/json', 'upstream_malformed'],
    ['half a body', '{"limit":20,"num', 'application/json', 'upstream_malformed'],
  ])('%s', (_name, body, contentType, code) => {
    expect(() => readPage(answer(body, contentType), {}, 'acc-test')).toThrow(
      expect.objectContaining({ code, message: sentence }),
    );
  });

  test('a body in a coding that was not asked for', () => {
    const compressed = { ...answer('{}'), contentEncoding: 'gzip' };
    expect(() => readPage(compressed, {}, 'acc-test')).toThrow(
      expect.objectContaining({
        code: 'upstream_malformed',
        reason: 'COMPRESSED',
        message: sentence,
      }),
    );
  });

  test('O23 a row of another account', () => {
    const page = wirePage([documentedRow(), documentedRow({ account_sid: 'acc-other' })]);
    expect(() => read(page)).toThrow(
      expect.objectContaining({
        code: 'upstream_contract',
        reason: 'OTHER_ACCOUNT',
        message: sentence,
      }),
    );
    const { account_sid: _, ...withoutAccount } = documentedRow();
    expect(read(wirePage([withoutAccount])).numbers).toHaveLength(1);
  });

  test.each([
    ['Latin 1', [0xe9]],
    ['half a character', [0xc3]],
    ['too long a form', [0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
  ])('O23 %s is not UTF-8', (_name, bytes) => {
    const [before = '', after = ''] = JSON.stringify(
      wirePage([documentedRow({ name: 'X' })]),
    ).split('X');
    const body = Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)]);
    expect(() => readPage(answer(body), {}, 'acc-test')).toThrow(
      expect.objectContaining({
        code: 'upstream_contract',
        reason: 'INVALID_UTF8',
        message: sentence,
      }),
    );
  });

  test('a row outside the filters', () => {
    const page = wirePage([documentedRow({ type: 'mobile' }), documentedRow({ type: 'local' })]);
    expect(() => read(page, { type: 'mobile' })).toThrow(
      expect.objectContaining({
        code: 'upstream_contract',
        reason: 'OUTSIDE_FILTERS',
        message: sentence,
      }),
    );
    expect(read(page).numbers).toHaveLength(2);
  });
});

test.each(['application/json; charset=utf-8', 'Application/JSON', 'application/hal+json'])(
  '%s is JSON',
  (contentType) => {
    const body = JSON.stringify(wirePage([]));
    expect(readPage(answer(body, contentType), {}, 'acc-test').numbers).toEqual([]);
  },
);

test('W16 a byte-order mark before the JSON is dropped', () => {
  const body = `\ufeff${JSON.stringify(wirePage([documentedRow()]))}`;
  expect(readPage(answer(body), {}, 'acc-test').numbers).toHaveLength(1);
});
