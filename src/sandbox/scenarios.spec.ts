import { describe, expect, test } from 'vitest';
import { NESTED_SECRET } from './behaviours/pages.ts';
import { isScenarioName, type ScenarioName, scenarios } from './scenarios.ts';
import { createTestClient, listPath, listUrl } from './test-client.ts';

type Row = Record<string, unknown>;
interface LoosePage {
  next: string;
  prev: string;
  numbers: Row[];
}

function open(scenario: ScenarioName) {
  const { ask } = createTestClient({ scenario });
  const json = async (address = '') => (await (await ask(address)).json()) as LoosePage;
  const statuses = async (count: number) => {
    const seen: number[] = [];
    for (let i = 0; i < count; i += 1) seen.push((await ask()).status);
    return seen;
  };
  return { ask, json, statuses };
}

const honest = createTestClient();
const firstPage = await honest.page();
const secondPage = await honest.page(firstPage.next ?? '');

test('names are told from other texts', () => {
  expect(isScenarioName('flaky')).toBe(true);
  expect(isScenarioName('toString')).toBe(false);
  expect(isScenarioName('')).toBe(false);
  for (const { description } of Object.values(scenarios)) expect(description).toMatch(/\.$/);
});

describe('refusals', () => {
  test.each<[ScenarioName, number[]]>([
    ['unauthorized', [401, 401]],
    ['forbidden', [403, 403]],
    ['account-missing', [404, 404]],
    ['rate-limited', [200, 200, 200, 429, 429, 200, 200]],
    ['rate-limited-always', [429, 429]],
    ['flaky', [200, 200, 503, 200, 200, 503, 200]],
    ['down', [503, 503]],
    ['recovers', [503, 503, 200, 200]],
    ['outage', [200, 200, 200, ...Array(8).fill(503), 200]],
  ])('%s', async (name, expected) => {
    expect(await open(name).statuses(expected.length)).toEqual(expected);
  });

  test.each<[ScenarioName, number, string]>([
    ['rate-limited', 3, '2'],
    ['rate-limited-always', 0, '30'],
  ])('%s says how long to wait', async (name, before, seconds) => {
    const { ask, statuses } = open(name);
    await statuses(before);
    expect((await ask()).headers.get('Retry-After')).toBe(seconds);
  });

  test('counters belong to one sandbox', async () => {
    const first = open('recovers');
    await first.statuses(2);
    expect(await open('recovers').statuses(1)).toEqual([503]);
    expect(await first.statuses(1)).toEqual([200]);
  });

  test.each<[ScenarioName, string[]]>([
    ['malformed', ['text/html', 'text/html']],
    ['malformed-later', ['application/json', 'application/json', 'text/html', 'text/html']],
  ])('%s', async (name, expected) => {
    const { ask } = open(name);
    for (const type of expected) {
      const response = await ask();
      expect(response.status).toBe(200);
      expect(response.headers.get('Content-Type')).toContain(type);
    }
  });
});

describe('links', () => {
  const cursor = new URL(firstPage.next ?? '').searchParams.get('next');

  test.each<[ScenarioName, string, string]>([
    [
      'filters-in-next',
      '?type=local&voice=true',
      `${listUrl}?type=local&voice=true&limit=20&next=`,
    ],
    ['relative-next', '', `${listPath}?next=${cursor}`],
    ['offset-next', '', `${listPath}?limit=20&offset=20`],
    ['double-slash-next', '', `${listUrl.replace('/v2/', '/v2//')}?next=${cursor}`],
    ['foreign-next', '', `https://evil.example${listPath}?next=${cursor}`],
    [
      'foreign-account-next',
      '',
      `http://sandbox.test/v2/accounts/acc00000000-0000-4000-8000-000000000000/numbers?next=`,
    ],
  ])('%s', async (name, query, expected) => {
    const page = await open(name).json(query);
    expect(page.next.startsWith(expected), page.next).toBe(true);
    expect(page.prev).toBeNull();
  });

  test('filters-in-next leads on by itself', async () => {
    const { json } = open('filters-in-next');
    const { next } = await json('?voice=true&limit=5');
    const second = await json(next);
    expect(second.numbers).toHaveLength(5);
    expect(second.numbers.every((row) => row.voice)).toBe(true);
    expect(second.prev).toContain('voice=true&limit=5&prev=');
  });

  test('offset-next walks the whole list and back', async () => {
    const { json } = open('offset-next');
    const second = await json('?limit=20&offset=20');
    expect(second.numbers).toEqual(secondPage.numbers);
    expect(second.prev).toBe(`${listPath}?limit=20&offset=0`);
    expect((await json('?limit=20&offset=80')).next).toBeNull();
    expect(await open('offset-next').ask('?offset=-1')).toMatchObject({ status: 400 });
  });

  test('cursor-loop repeats the cursor from the second page on', async () => {
    const { json } = open('cursor-loop');
    const first = await json();
    const second = await json(first.next);
    expect(second.numbers).toEqual(secondPage.numbers);
    expect(second.next).toBe(first.next);
  });

  test('cursor-expired refuses one cursor for ever and lets a new walk through', async () => {
    const { ask, json } = open('cursor-expired');
    const one = (await json()).next;
    const two = (await json(one)).next;
    await json(one);
    const three = (await json(two)).next;
    const refused = await ask(three);
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ error_text: 'Invalid cursor' });

    const seen: unknown[] = [];
    for (let next: string | null = listUrl; next !== null; ) {
      const page = await json(next);
      seen.push(...page.numbers.map((row) => row.number_sid));
      next = page.next;
    }
    expect(new Set(seen).size).toBe(90);
    expect((await ask(three)).status).toBe(400);
  });
});

describe('pages', () => {
  test('missing-next lacks the key after the first page', async () => {
    const { json } = open('missing-next');
    const { next } = await json();
    expect(await json(next)).not.toHaveProperty('next');
  });

  test('missing-numbers lacks the rows', async () => {
    expect(await open('missing-numbers').json()).not.toHaveProperty('numbers');
  });

  test('broken-rows breaks rows 3, 7 and 11 and no other', async () => {
    const { numbers } = await open('broken-rows').json();
    expect(numbers[3]).not.toHaveProperty('number_sid');
    expect(numbers[7]).toHaveProperty('voice', 'true');
    expect(numbers[11]).toHaveProperty('created', 'yesterday');
    const whole = (rows: readonly object[]) => rows.filter((_, i) => ![3, 7, 11].includes(i));
    expect(whole(numbers)).toEqual(whole(firstPage.numbers));
  });

  test('unknown-fields adds fields, a nested secret and an unknown type that can be asked for', async () => {
    const { json } = open('unknown-fields');
    const page = await json();
    expect(page).toHaveProperty('account.Token', NESTED_SECRET);
    expect(page.numbers[0]).toHaveProperty('provider.Token', NESTED_SECRET);
    expect(page.numbers.map((row) => row.type)).toContain('shared_cost');
    const filtered = await json('?type=shared_cost');
    expect(filtered.numbers).toHaveLength(13);
    expect(new Set(filtered.numbers.map((row) => row.type))).toEqual(new Set(['shared_cost']));
  });

  test('duplicate-rows repeats the end of the page before', async () => {
    const { json } = open('duplicate-rows');
    const first = await json();
    const second = await json(first.next);
    expect(first.numbers).toEqual(firstPage.numbers);
    expect(second.numbers).toEqual([...first.numbers.slice(-2), ...secondPage.numbers]);
  });

  test('ignores-filters answers as if none were asked', async () => {
    expect((await open('ignores-filters').json('?type=sip')).numbers).toEqual(firstPage.numbers);
  });

  test('empty has one page without rows', async () => {
    expect(await open('empty').json()).toEqual({ limit: 20, prev: null, next: null, numbers: [] });
  });

  test('documented serves the sample, then an empty last page', async () => {
    const { ask, json } = open('documented');
    const page = await json();
    expect(page.numbers).toMatchObject([
      { number: '447480600503', created: 'Thu, 31 Mar 2016 11:16:59 +0300' },
    ]);
    expect(page.next).toMatch(/^http:\/\/[^/]+\/v2\/accounts\/acc1.*57e4f04a0c9b/);
    const last = await json(new URL(page.next).search);
    expect(last).toMatchObject({ next: null, numbers: [] });
    expect((await ask('?next=000000000000000000000000')).status).toBe(400);
  });
});
