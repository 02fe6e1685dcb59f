import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type NumberSelection, selectionParts } from '#contract/selection.ts';
import { ProblemError } from '../problem-error.ts';
import type { Chain } from './chain.ts';
import { type Crawl, type CrawlPage, createCrawl } from './crawl.ts';
import { proofFilters } from './proof.ts';
import { anyRows, anySelection, createTestList, sidsOf, wireNumber } from './test-list.ts';
import { toContract } from './to-contract.ts';

type List = Pick<ReturnType<typeof createTestList>, 'page'>;

const anyConcurrency = fc.integer({ min: 1, max: 20 });
/** The order in which the pages on their way arrive. */
const anyOrder = fc.array(fc.nat(), { minLength: 1, maxLength: 40 });

/** Walks to the end, or for `most` pages; returns the new rows and the filters of each request. */
function walk(crawl: Crawl, list: List, concurrency: number, order: number[], most = 10_000) {
  const fresh: ReturnType<Crawl['take']> = [];
  const asked: Chain['filters'][] = [];
  const onTheirWay: Chain[] = [];
  for (let step = 0; step < most; step += 1) {
    while (onTheirWay.length < concurrency) {
      const chain = crawl.next();
      if (!chain) break;
      asked.push(chain.filters);
      onTheirWay.push(chain);
    }
    const at = (order[step % order.length] ?? 0) % Math.max(1, onTheirWay.length);
    const [arrived] = onTheirWay.splice(at, 1);
    if (!arrived || crawl.isOver()) break;
    try {
      fresh.push(...crawl.take(arrived, list.page(arrived.filters, arrived.position)));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      crawl.fail(arrived, error);
    }
  }
  return { fresh, asked };
}

const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);

describe('a walk to the end', () => {
  test('loses nothing and sends nothing twice, whatever the rows, the selection and the order', () => {
    fc.assert(
      fc.property(
        anyRows,
        anySelection,
        anyConcurrency,
        anyOrder,
        (rows, selection, concurrency, order) => {
          const list = createTestList(rows);
          const crawl = createCrawl({ selection, concurrency });
          const { fresh } = walk(crawl, list, concurrency, order);
          expect(sidsOf(fresh).toSorted()).toEqual(list.sids(selection).toSorted());
          expect(crawl.failure()).toBeNull();
          const { done, all } = crawl.parts();
          expect(done).toBe(all);
        },
      ),
    );
  });

  test('the same, planned by the cells of an earlier walk of another inventory', () => {
    fc.assert(
      fc.property(anyRows, anyRows, anyOrder, (before, rows, order) => {
        const earlier = createCrawl({ selection: {}, concurrency: 16 });
        walk(earlier, createTestList(before), 16, order);
        const crawl = createCrawl({ selection: {}, concurrency: 16, known: earlier.cells() });
        const { fresh } = walk(crawl, createTestList(rows), 16, order);
        expect(sidsOf(fresh).toSorted()).toEqual(createTestList(rows).sids({}).toSorted());
      }),
    );
  });

  test('up to a concurrency of 4 it takes one request for each page', () => {
    fc.assert(
      fc.property(
        anyRows,
        anySelection,
        fc.integer({ min: 1, max: 4 }),
        anyOrder,
        (rows, selection, concurrency, order) => {
          const list = createTestList(rows);
          const { asked } = walk(createCrawl({ selection, concurrency }), list, concurrency, order);
          const parts = selectionParts(selection);
          const isDivided = concurrency > 1 && parts.length < concurrency;
          const least = sum(proofFilters(selection, isDivided).map(list.pages));
          expect(asked).toHaveLength(least);
        },
      ),
    );
  });

  test('above 4 early chains are by type, by country or both, and read each page once', () => {
    fc.assert(
      fc.property(anyRows, anySelection, anyOrder, (rows, selection, order) => {
        const list = createTestList(rows);
        const { asked } = walk(createCrawl({ selection, concurrency: 16 }), list, 16, order);
        const keys = new Map(asked.map((filters) => [JSON.stringify(filters), filters]));
        // Early chains stop when the proof is complete, so not all of their pages are read.
        expect(asked.length).toBeLessThanOrEqual(sum([...keys.values()].map(list.pages)));
        for (const filters of keys.values()) {
          const own = asked.filter((one) => JSON.stringify(one) === JSON.stringify(filters));
          expect(own.length).toBeLessThanOrEqual(list.pages(filters));
        }
      }),
    );
  });
});

test('a proof chain goes before any early chain', () => {
  const rows = Array.from({ length: 400 }, (_, at) => wireNumber({ number_sid: `num-${at}` }));
  const list = createTestList(rows);
  const crawl = createCrawl({ selection: { voice: true }, concurrency: 8 });
  const proof = [crawl.next()!, crawl.next()!];
  const answer = (chain: Chain) => crawl.take(chain, list.page(chain.filters, chain.position));
  for (const chain of proof) answer(chain);
  for (let pages = 2; pages < 8; pages += 1) {
    expect(crawl.next()).toBe(proof[1]);
    expect(crawl.next()).toBeNull();
    answer(proof[1]!);
  }
  expect(crawl.next()).toBe(proof[1]);
  const early = [crawl.next()!, crawl.next()!];
  expect(early.map(({ kind }) => kind)).toEqual(['early', 'early']);
  answer(early[0]!);
  answer(proof[1]!);
  expect(crawl.next()).toBe(proof[1]);
  expect(crawl.next()?.kind).toBe('early');
});

test('no page is asked for once the proof has ended, though early chains have more', () => {
  const rows = Array.from({ length: 400 }, (_, at) =>
    wireNumber({ number_sid: `num-${at}`, voice: at < 2, type: at % 2 === 0 ? 'local' : 'sip' }),
  );
  const list = createTestList(rows);
  const crawl = createCrawl({ selection: { messaging: false }, concurrency: 8 });
  const proof = [crawl.next()!, crawl.next()!];
  const answer = (chain: Chain) => crawl.take(chain, list.page(chain.filters, chain.position));
  answer(proof[0]!);
  while (!crawl.isOver()) {
    answer(proof[1]!);
    const early = crawl.next() === proof[1] ? crawl.next() : null;
    if (early) answer(early);
  }
  expect(crawl.next()).toBeNull();
});

test('one number, or enough parts for the concurrency, are not divided', () => {
  const countries = ['GB', 'US', 'EE', 'LV'];
  expect(createCrawl({ selection: { number: '4420' }, concurrency: 4 }).parts().all).toBe(1);
  expect(createCrawl({ selection: { country_code: countries }, concurrency: 4 }).parts().all).toBe(
    4,
  );
  expect(createCrawl({ selection: { country_code: countries }, concurrency: 5 }).parts().all).toBe(
    16,
  );
});

describe('a walk that stops and goes on', () => {
  const anyPause = fc.nat({ max: 60 });

  test('loses nothing, wherever it stopped and however many pages are asked for at once', () => {
    fc.assert(
      fc.property(
        fc.record({ rows: anyRows, selection: anySelection, order: anyOrder, pause: anyPause }),
        anyConcurrency,
        anyConcurrency,
        ({ rows, selection, order, pause }, before, after) => {
          const list = createTestList(rows);
          const first = createCrawl({ selection, concurrency: before });
          const sent = walk(first, list, before, order, pause).fresh;
          const places = first.places();
          const second = createCrawl({ selection, concurrency: after, places });
          const { fresh } = walk(second, list, after, order);
          const sids = new Set([...sidsOf(sent), ...sidsOf(fresh)]);
          expect([...sids].toSorted()).toEqual(list.sids(selection).toSorted());
          expect(second.failure()).toBeNull();
        },
      ),
    );
  });

  test('reads only what is missing', () => {
    fc.assert(
      fc.property(anyRows, anySelection, anyPause, (rows, selection, pause) => {
        const list = createTestList(rows);
        const first = createCrawl({ selection, concurrency: 1 });
        const before = walk(first, list, 1, [0], pause).asked.length;
        const second = createCrawl({ selection, concurrency: 16, places: first.places() });
        const after = walk(second, list, 16, [0]).asked.length;
        expect(before + after).toBe(sum(selectionParts(selection).map(list.pages)));
        expect(second.read()).toEqual({
          pages: before + after,
          rows: list.sids(selection).length,
        });
      }),
    );
  });
});

describe('rows that come again', () => {
  const row = (updated: string) => toContract(wireNumber({ number_sid: 'num-1', updated }));
  const pageOf = (updated: string): CrawlPage => ({
    numbers: [row(updated)],
    skipped: 0,
    next: { next: updated },
  });

  test('are sent again when they were updated, and not otherwise', () => {
    const crawl = createCrawl({ selection: {}, concurrency: 1 });
    const take = (updated: string) => crawl.take(crawl.next()!, pageOf(updated));
    expect(take('2016-03-31T11:17:21+03:00')).toHaveLength(1);
    expect(take('2016-03-31T10:17:21+03:00')).toEqual([]);
    // The same moment, in another zone.
    expect(take('2016-03-31T08:17:21+00:00')).toEqual([]);
    expect(take('2016-03-31T11:17:22+03:00')).toHaveLength(1);
    expect(crawl.loaded()).toBe(1);
  });
});

describe('rows that only the proof finds', () => {
  const rows = Array.from({ length: 300 }, (_, at) =>
    wireNumber({
      number_sid: `num-${at}`,
      country_code: ['GB', 'US', 'EE'][at % 3]!,
      type: at % 5 === 0 ? 'mobile' : 'local',
      voice: at % 2 === 0,
    }),
  );
  const honest = createTestList(rows);

  test('do not exist when filters work', () => {
    const crawl = createCrawl({ selection: {}, concurrency: 16 });
    walk(crawl, honest, 16, [0]);
    expect(crawl.onlyProof()).toBe(0);
  });

  test('are counted and not lost when filters do not work', () => {
    const hidden = new Set(['num-0', 'num-30', 'num-299']);
    const crawl = createCrawl({ selection: {}, concurrency: 16 });
    const list: List = {
      page(filters, position) {
        const page = honest.page(filters, position);
        if (filters.type === undefined) return page;
        return {
          ...page,
          numbers: page.numbers.filter(({ number_sid }) => !hidden.has(number_sid)),
        };
      },
    };
    const { fresh } = walk(crawl, list, 16, [0]);
    expect(fresh).toHaveLength(300);
    expect(crawl.onlyProof()).toBe(3);
  });
});

test('broken rows are counted once, over a lost place and a checkpoint', () => {
  const broken = (next: string | null): CrawlPage => ({
    numbers: [],
    skipped: 2,
    next: next === null ? null : { next },
  });
  const crawl = createCrawl({ selection: {}, concurrency: 1 });
  crawl.take(crawl.next()!, broken('a'));
  crawl.fail(crawl.next()!, new ProblemError('cursor_expired', 'Gone.'));
  crawl.take(crawl.next()!, broken('b'));
  expect(crawl.skipped()).toBe(2);
  const second = createCrawl({ selection: {}, concurrency: 1, places: crawl.places() });
  second.take(second.next()!, broken('c'));
  expect(second.skipped()).toBe(4);
  second.fail(second.next()!, new ProblemError('cursor_expired', 'Gone.'));
  second.take(second.next()!, broken('b'));
  second.take(second.next()!, broken(null));
  expect(second.skipped()).toBe(4);
});

describe('pages that lead nowhere', () => {
  const empty = (next: string): CrawlPage => ({ numbers: [], skipped: 0, next: { next } });
  const contract = { code: 'upstream_contract' };

  test('a repeated cursor ends the chain', () => {
    const crawl = createCrawl({ selection: {}, concurrency: 1 });
    const numbers = [toContract(wireNumber({}))];
    for (const next of ['a', 'b', 'a']) {
      expect(crawl.failure()).toBeNull();
      crawl.take(crawl.next()!, { ...empty(next), numbers });
    }
    expect(crawl.failure()).toMatchObject(contract);
    expect(crawl.next()).toBeNull();
    expect(crawl.parts()).toEqual({ done: 0, all: 1 });
  });

  const sameRow = [toContract(wireNumber({}))];
  test.each<[what: string, page: (next: string) => CrawlPage]>([
    ['without a row', empty],
    ['of broken rows', (next) => ({ ...empty(next), skipped: 20 })],
    ['of the same rows', (next) => ({ ...empty(next), numbers: sameRow })],
  ])('O7 ten pages %s are accepted, one more is not, whatever next says', (_what, page) => {
    const crawl = createCrawl({ selection: {}, concurrency: 1 });
    crawl.take(crawl.next()!, { ...empty('first'), numbers: sameRow });
    for (let at = 0; at < 10; at += 1) crawl.take(crawl.next()!, page(String(at)));
    expect(crawl.failure()).toBeNull();
    crawl.take(crawl.next()!, page('10'));
    expect(crawl.failure()).toMatchObject(contract);
    expect(crawl.next()).toBeNull();
  });

  test('O7 pages without a new number that come to an end are accepted', () => {
    const crawl = createCrawl({ selection: {}, concurrency: 1 });
    for (let at = 0; at < 10; at += 1) crawl.take(crawl.next()!, empty(String(at)));
    crawl.take(crawl.next()!, { ...empty(''), next: null });
    expect(crawl.failure()).toBeNull();
    expect(crawl.parts()).toEqual({ done: 1, all: 1 });
  });

  test('O7 pages of mostly broken rows are accepted while each has a new number', () => {
    const crawl = createCrawl({ selection: {}, concurrency: 1 });
    const pages = 30;
    for (let at = 1; at <= pages; at += 1) {
      const numbers = [toContract(wireNumber({ number_sid: `num-${at}` }))];
      const next = at < pages ? { next: String(at) } : null;
      crawl.take(crawl.next()!, { numbers, skipped: 19, next });
    }
    expect(crawl.failure()).toBeNull();
    expect(crawl.parts()).toEqual({ done: 1, all: 1 });
    expect(crawl.loaded()).toBe(pages);
    expect(crawl.skipped()).toBe(19 * pages);
  });

  test('O7 after a lost place the known pages are read again without counting as stale', () => {
    const rows = Array.from({ length: 90 }, (_, at) => wireNumber({ number_sid: `num-${at}` }));
    const list = createTestList(rows);
    const crawl = createCrawl({ selection: {}, concurrency: 1 });
    walk(crawl, list, 1, [0], 25);
    crawl.fail(crawl.next()!, new ProblemError('cursor_expired', 'Gone.'));
    walk(crawl, list, 1, [0]);
    expect(crawl.failure()).toBeNull();
    expect(crawl.loaded()).toBe(90);
  });
});

describe('failures', () => {
  const problem = (code: ProblemError['code']) => new ProblemError(code, 'What happened.');
  const rows = Array.from({ length: 60 }, (_, at) =>
    wireNumber({ number_sid: `num-${at}`, voice: at % 2 === 0, messaging: at % 4 < 2 }),
  );
  const list = createTestList(rows);

  test('a chain restarts after a lost place, three times, and sends no row twice', () => {
    const crawl = createCrawl({ selection: {}, concurrency: 1 });
    const sent: string[] = [];
    for (let times = 0; times < 3; times += 1) {
      for (let page = 0; page < 2; page += 1) {
        const chain = crawl.next()!;
        sent.push(...sidsOf(crawl.take(chain, list.page(chain.filters, chain.position))));
      }
      crawl.fail(crawl.next()!, problem('cursor_expired'));
      expect(crawl.failure()).toBeNull();
      expect(crawl.places().chains).toMatchObject([{ place: 'untouched' }]);
    }
    expect(sent).toEqual(sidsOf(list.page({}, null).numbers).concat(['num-3', 'num-4', 'num-5']));
    crawl.fail(crawl.next()!, problem('cursor_expired'));
    expect(crawl.failure()).toMatchObject({ code: 'cursor_expired' });
  });

  test('when one chain fails the others end, and only the failed chain is walked again', () => {
    const crawl = createCrawl({ selection: {}, concurrency: 4 });
    const [first] = [crawl.next()!];
    crawl.fail(first, problem('upstream_malformed'));
    const { fresh } = walk(crawl, list, 4, [0]);
    expect(crawl.parts()).toEqual({ done: 3, all: 4 });
    expect(crawl.failure()).toMatchObject({ code: 'upstream_malformed' });
    const again = createCrawl({ selection: {}, concurrency: 4, places: crawl.places() });
    const rest = walk(again, list, 4, [0]);
    expect(new Set(rest.asked)).toEqual(new Set([first.filters]));
    expect(sidsOf([...fresh, ...rest.fresh]).toSorted()).toEqual(list.sids({}).toSorted());
  });

  test.each(['upstream_auth', 'upstream_account', 'upstream_rate_limited'] as const)(
    '%s ends everything',
    (code) => {
      const crawl = createCrawl({ selection: {}, concurrency: 4 });
      const chain = crawl.next()!;
      crawl.fail(chain, problem(code));
      expect(crawl.next()).toBeNull();
      expect(crawl.isOver()).toBe(true);
      expect(crawl.failure()).toMatchObject({ code });
    },
  );

  test('after three failed chains no other begins', () => {
    const selection: NumberSelection = { country_code: ['GB', 'US', 'EE', 'LV', 'LT', 'PL'] };
    const crawl = createCrawl({ selection, concurrency: 2 });
    const begun = [crawl.next()!, crawl.next()!];
    for (let at = 0; at < 3; at += 1) {
      crawl.fail(begun.shift()!, problem('upstream_unavailable'));
      const next = crawl.next();
      if (next) begun.push(next);
    }
    expect(begun).toHaveLength(1);
    expect(crawl.next()).toBeNull();
    expect(crawl.parts()).toEqual({ done: 0, all: 6 });
  });

  test('an early chain that fails is given up, and nothing is missing', () => {
    const crawl = createCrawl({ selection: {}, concurrency: 5 });
    let failed = 0;
    const { fresh } = walk(
      crawl,
      {
        page(filters, position) {
          if (filters.type === undefined) return list.page(filters, position);
          failed += 1;
          throw problem('upstream_timeout');
        },
      },
      5,
      [0],
    );
    expect(failed).toBeGreaterThan(0);
    expect(crawl.failure()).toBeNull();
    expect(sidsOf(fresh).toSorted()).toEqual(list.sids({}).toSorted());
    expect(crawl.onlyProof()).toBe(0);
  });
});
