import { describe, expect, test } from 'vitest';
import type { Snapshot } from '#contract/history.ts';
import type { Problem } from '#contract/problem-kinds.ts';
import type { HistoryKeeper } from '../history/keeper.ts';
import type { AccountHistory, Lines } from '../history/store/history.ts';
import { testKeeper } from '../history/test-keeper.ts';
import { ProblemError } from '../problem-error.ts';
import { createTestApp } from '../test-app.ts';

const snapshot: Snapshot = {
  ...{ seq: 7, asOf: '2026-11-26T03:17:09.000Z', total: 3, skipped: 2 },
  ...{ added: 0, gone: 0, changed: 0, status: 'kept' },
};
const unconfirmed: Snapshot = { ...snapshot, seq: 8, status: 'unconfirmed' };

const bytes = (line: object) => Buffer.from(`${JSON.stringify(line)}\n`);
const numbers = { event: 'numbers', numbers: [] };
const added = { event: 'added', numbers: [] };

async function* lines<T>(given: readonly (object | Error)[], counts: T): Lines<T> {
  for (const line of given) {
    if (line instanceof Error) throw line;
    yield bytes(line);
  }
  return counts;
}

const broken = new ProblemError('history_broken', 'The file of 26 November is broken.');
const gone = new ProblemError('snapshot_gone', 'It was dropped.');

interface Changes extends Partial<HistoryKeeper> {
  kept?: never;
  history?: Partial<AccountHistory>;
}

/** The app over a history that answers as given. */
function appOver({ history = {}, ...changes }: Changes) {
  const kept: AccountHistory = {
    snapshots: async () => [unconfirmed, snapshot],
    begin: () => Promise.reject(new Error('Not here.')),
    list: () => lines([numbers, numbers], 3),
    changes: () => lines([added], { added: 1, gone: 0, changed: 0, passed: 0 }),
    number: async () => ({ since: null, first: null, last: null, changes: [] }),
    ...history,
  };
  return createTestApp(undefined, {
    history: { ...testKeeper(), ...changes, kept: () => kept },
  });
}

const events = async (response: Response) =>
  (await response.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const problemOf = async (response: Response) => (await response.json()) as Problem;

const session = async ({ ask }: ReturnType<typeof createTestApp>) =>
  (await (await ask('/api/session')).json()) as Record<string, unknown>;

test('without a history every address of it says so, and the session offers none', async () => {
  const app = createTestApp();
  for (const [path, method] of [
    ['/api/history', 'GET'],
    ['/api/history', 'POST'],
    ['/api/history/list?seq=1', 'GET'],
    ['/api/history/changes?from=1&to=2', 'GET'],
    ['/api/history/number?number_sid=num-1', 'GET'],
  ] as const) {
    const response = await app.ask(path, { method });
    expect([path, response.status, (await problemOf(response)).code]).toEqual([
      path,
      404,
      'history_off',
    ]);
  }
  expect(await session(app)).toMatchObject({ has_history: false });
  expect(await session(appOver({}))).toMatchObject({ has_history: true });
});

describe('POST /api/history', () => {
  test('answers with the snapshot that was taken', async () => {
    const { ask } = appOver({ take: async () => snapshot });
    const response = await ask('/api/history', { method: 'POST' });
    expect([response.status, await response.json()]).toEqual([201, snapshot]);
  });

  test.each([
    ['snapshot_under_way', 409],
    ['upstream_unavailable', 502],
    ['history_broken', 500],
  ] as const)('says why there is none: %s', async (code, status) => {
    const { ask } = appOver({ take: () => Promise.reject(new ProblemError(code, 'Why.')) });
    const response = await ask('/api/history', { method: 'POST' });
    expect([response.status, (await problemOf(response)).code]).toEqual([status, code]);
  });
});

describe('GET /api/history/list', () => {
  test('streams the kept lines, and says at the end what they are', async () => {
    const { ask } = appOver({});
    const response = await ask('/api/history/list?seq=7&country_code=GB');
    expect(response.headers.get('content-type')).toBe('application/x-ndjson');
    expect(await events(response)).toEqual([
      numbers,
      numbers,
      {
        ...{ event: 'done', total: 3, requests: 0, elapsedMs: expect.any(Number) },
        ...{ asOf: snapshot.asOf, skipped: 2, snapshot: 7 },
      },
    ]);
  });

  test.each([6, 8])('has no snapshot %i: it is unknown, or not confirmed', async (seq) => {
    const response = await appOver({}).ask(`/api/history/list?seq=${seq}`);
    expect([response.status, (await problemOf(response)).code]).toEqual([404, 'snapshot_gone']);
  });

  test.each([
    [gone, 404],
    [broken, 500],
  ])('what fails before the first line has a status: %s', async (error, status) => {
    const { ask } = appOver({ history: { list: () => lines([error], 0) } });
    const response = await ask('/api/history/list?seq=7');
    expect([response.status, (await problemOf(response)).detail]).toEqual([status, error.message]);
  });

  test('what fails later is the last line', async () => {
    const { ask } = appOver({ history: { list: () => lines([numbers, broken], 0) } });
    const [, last] = await events(await ask('/api/history/list?seq=7'));
    expect(last).toMatchObject({ event: 'failed', problem: { code: 'history_broken' } });
  });

  test('the files are let go of when the reader leaves', async () => {
    let isLetGo = false;
    async function* endless(): Lines<number> {
      try {
        for (;;) yield bytes(numbers);
      } finally {
        isLetGo = true;
      }
    }
    const { ask } = appOver({ history: { list: endless } });
    const reader = (await ask('/api/history/list?seq=7')).body!.getReader();
    await reader.read();
    await reader.cancel();
    expect(isLetGo).toBe(true);
  });
});

test('GET /api/history/changes streams the kept lines and their counts', async () => {
  const asked: number[][] = [];
  const { ask } = appOver({
    history: {
      changes(from, to) {
        asked.push([from, to]);
        return lines([added], { added: 1, gone: 2, changed: 3, passed: 4 });
      },
    },
  });
  expect(await events(await ask('/api/history/changes?from=9&to=7'))).toEqual([
    added,
    { event: 'done', added: 1, gone: 2, changed: 3, passed: 4 },
  ]);
  expect(asked).toEqual([[9, 7]]);
});

describe('a ninth reading of one client at once is refused', () => {
  async function* waiting(until: Promise<unknown>): Lines<number> {
    await until;
    yield bytes(numbers);
    return 1;
  }

  test.each(['number?number_sid=num-1', 'list?seq=7'])('%s', async (query) => {
    let resolve = () => {};
    const promise = new Promise<void>((go) => {
      resolve = go;
    });
    const { ask } = appOver({
      history: {
        list: () => waiting(promise),
        async number() {
          await promise;
          return { since: null, first: null, last: null, changes: [] };
        },
      },
    });
    const read = () => ask(`/api/history/${query}`);
    const readings = Array.from({ length: 8 }, read);
    const refused = await read();
    expect([refused.status, (await problemOf(refused)).code]).toEqual([503, 'busy']);
    resolve();
    for (const reading of readings) {
      const response = await reading;
      expect(response.status).toBe(200);
      await response.text();
    }
    expect((await read()).status).toBe(200);
  });
});

test('who leaves before the history of a number has come ends its reading, and frees the place', async () => {
  let begin = () => {};
  const { ask } = appOver({
    history: {
      number: (_sid, signal) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
          begin();
        }),
    },
  });
  const path = '/api/history/number?number_sid=num-1';
  for (let person = 0; person < 20; person += 1) {
    const leaving = new AbortController();
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const answer = ask(path, { signal: leaving.signal });
    await begun;
    leaving.abort();
    expect((await answer).status).toBe(499);
  }
});

describe('a query that cannot be read names its parameter', () => {
  test.each([
    ['list', 'seq'],
    ['list?seq=0', 'seq'],
    ['list?seq=7&seq=8', 'seq'],
    ['list?seq=7&voice=maybe', 'voice'],
    ['list?seq=7&page=1', 'page'],
    ['changes?from=1', 'to'],
    ['changes?from=1&to=x', 'to'],
    ['number', 'number_sid'],
    ['number?number_sid=..%2f', 'number_sid'],
  ])('%s', async (query, parameter) => {
    const response = await appOver({}).ask(`/api/history/${query}`);
    expect([response.status, (await problemOf(response)).parameter]).toEqual([400, parameter]);
  });
});

describe('Load all', () => {
  const young = async () => snapshot;

  test('is answered by a young snapshot, without a request', async () => {
    const found = await events(await appOver({ young }).ask('/api/inventory'));
    expect(found).toMatchObject([
      numbers,
      numbers,
      { event: 'done', requests: 0, snapshot: 7, asOf: snapshot.asOf, total: 3, skipped: 2 },
    ]);
  });

  test.each(['?fresh=true', '?country_code=GB'])('is walked for %s', async (query) => {
    const [last] = await events(await appOver({ young }).ask(`/api/inventory${query}`));
    expect(last).toMatchObject({ event: 'done', requests: 1 });
    expect(last).not.toHaveProperty('snapshot');
  });

  test('is walked where no snapshot is young, or the young one cannot be read', async () => {
    const list = () => lines([broken], 0);
    for (const app of [appOver({}), appOver({ young, history: { list } })]) {
      const [last] = await events(await app.ask('/api/inventory'));
      expect(last).not.toHaveProperty('snapshot');
    }
  });

  test('says so where the snapshot breaks later', async () => {
    const list = () => lines([numbers, broken], 0);
    const found = await events(await appOver({ young, history: { list } }).ask('/api/inventory'));
    expect(found.at(-1)).toMatchObject({ event: 'failed', problem: { code: 'history_broken' } });
  });
});
