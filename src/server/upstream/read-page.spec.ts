import { describe, expect, test } from 'vitest';
import type { NumberFilters } from '#contract/filters.ts';
import { readPage } from './read-page.ts';
import { wirePage, wireRow } from './test-upstream.ts';

const answer = (body: string, contentType = 'application/json') => ({
  status: 200,
  contentType,
  retryAfter: undefined,
  body,
});
const read = (page: unknown, filters: NumberFilters = {}) =>
  readPage(answer(JSON.stringify(page)), filters);

test('rows, and the links as they came', () => {
  const page = read(wirePage([wireRow()], { prev: 'a', next: 'b' }));
  expect(page).toMatchObject({ skipped: 0, faultyFields: [], prev: 'a', next: 'b' });
  expect(page.numbers).toHaveLength(1);
});

describe('a broken row is left out and counted, with the names of its fields', () => {
  const { number_sid: _, ...withoutSid } = wireRow();
  test.each<[string, unknown, string[]]>([
    ['no SID', withoutSid, ['number_sid']],
    ['an empty SID', wireRow({ number_sid: '' }), ['number_sid']],
    ['a number as a number', wireRow({ number: 447480600503 }), ['number']],
    ['a boolean as text', wireRow({ voice: 'true', messaging: 1 }), ['voice', 'messaging']],
    ['no date', wireRow({ created: 'yesterday' }), ['created']],
    ['10 kB of text', wireRow({ name: 'x'.repeat(10_000) }), ['name']],
    ['an object for a text', wireRow({ token: { secret: 'x' } }), ['token']],
    ['null', null, ['(row)']],
    ['text', 'row', ['(row)']],
  ])('%s', (_name, row, faultyFields) => {
    const page = read(wirePage([wireRow(), row, wireRow()]));
    expect(page).toMatchObject({ skipped: 1, faultyFields });
    expect(page.numbers).toHaveLength(2);
  });

  test('each field is named once', () => {
    const page = read(wirePage([wireRow({ voice: 0 }), wireRow({ voice: 1 })]));
    expect(page).toMatchObject({ numbers: [], skipped: 2, faultyFields: ['voice'] });
  });
});

test('fields the documentation lacks, and types it does not list, are fine', () => {
  const { numbers, skipped } = read(wirePage([wireRow({ type: 'shared_cost', added: { a: 1 } })]));
  expect(skipped).toBe(0);
  expect(numbers[0]).toMatchObject({ type: 'shared_cost', name: null });
  expect(numbers[0]).not.toHaveProperty('added');
});

describe('a page that cannot be trusted is refused', () => {
  const { next: _next, ...withoutNext } = wirePage([wireRow()]);
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
    ['no content type', '{}', '', 'upstream_contract'],
    ['an empty body', '', 'application/json', 'upstream_malformed'],
    ['half a body', '{"limit":20,"num', 'application/json', 'upstream_malformed'],
  ])('%s', (_name, body, contentType, code) => {
    expect(() => readPage(answer(body, contentType), {})).toThrow(
      expect.objectContaining({ code }),
    );
  });

  test('a row that was not asked for', () => {
    const page = wirePage([wireRow({ type: 'mobile' }), wireRow({ type: 'local' })]);
    expect(() => read(page, { type: 'mobile' })).toThrow(
      expect.objectContaining({ code: 'upstream_contract' }),
    );
    expect(read(page).numbers).toHaveLength(2);
  });
});

test.each(['application/json; charset=utf-8', 'Application/JSON', 'application/hal+json'])(
  '%s is JSON',
  (contentType) => {
    const body = JSON.stringify(wirePage([]));
    expect(readPage(answer(body, contentType), {}).numbers).toEqual([]);
  },
);
