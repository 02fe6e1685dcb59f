import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { wirePage } from '#sandbox/stand-in/documented-row.ts';
import { sendJson, startStandIn } from '#sandbox/stand-in/start-stand-in.ts';
import { createUpstream } from '../upstream/client.ts';
import type { AccountSetting } from './account.ts';
import { createRegistry } from './registry.ts';

const log = pino({ level: 'silent' });
const asking = () => ({ signal: new AbortController().signal, log, fresh: true });
const query = { filters: {}, limit: 20, cursor: null };

const setting = (id: string, changes: Partial<AccountSetting['account']> = {}): AccountSetting => ({
  account: {
    id,
    name: `The ${id}`,
    accountSid: `acc-${id}`,
    concurrency: 4,
    groups: null,
    ...changes,
  },
  authToken: `token-of-${id}`,
  tokenFile: `/tokens/${id}`,
});

const started: { close(): Promise<void> }[] = [];
// With a random value of 0, retries do not wait.
beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0));
afterEach(async () => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  for (const running of started.splice(0).reverse()) await running.close();
});

/** A registry over a stand-in, which refuses every token but the given ones. */
async function createTest(
  first: readonly AccountSetting[],
  good?: readonly string[],
  refusal = 401,
) {
  const standIn = await startStandIn((request, response) => {
    const [, encoded = ''] = (request.headers.authorization ?? '').split(' ');
    const token = Buffer.from(encoded, 'base64').toString().split(':')[1] ?? '';
    if (good === undefined || good.includes(token)) sendJson(response, wirePage([]));
    else sendJson(response.setHeader('retry-after', '180'), {}, refusal);
  });
  const opened: { id: string; isClosed: boolean }[] = [];
  const files = new Map<string, string>();
  const registry = createRegistry(first, {
    open({ account, authToken }, { readToken, observer }) {
      const upstream = createUpstream({
        accountSid: account.accountSid,
        authToken,
        readToken,
        baseUrl: new URL(standIn.url),
        concurrency: account.concurrency,
        timeoutMs: 5000,
        deadlineMs: 10_000,
        observer: {
          ...observer,
          waited() {},
          failed() {},
          retried() {},
          rowsSkipped() {},
          valuesUnread() {},
          onlyProofFound() {},
        },
      });
      const entry = { id: account.id, isClosed: false };
      opened.push(entry);
      return {
        ...upstream,
        close() {
          entry.isClosed = true;
          return upstream.close();
        },
      };
    },
    readToken: (file) => files.get(file) ?? null,
    idleMs: 60_000,
  });
  started.push(standIn, registry);
  const list = (id: string) => {
    const account = registry.find(id);
    if (account === undefined) throw new Error(`There is no account ${id}.`);
    return registry.upstreamOf(account).listNumbers(query, asking());
  };
  return { registry, opened, files, list, standIn };
}

const healthOf = (registry: ReturnType<typeof createRegistry>) =>
  registry.health().map(({ account, state, problem }) => [account.id, state, problem]);

describe('the way to Apifonica', () => {
  test('is opened on first use, once for each account', async () => {
    const { opened, list } = await createTest([setting('one'), setting('two')]);
    expect(opened).toEqual([]);
    await list('two');
    await list('two');
    expect(opened).toEqual([{ id: 'two', isClosed: false }]);
  });

  test('is not there before, and a hundred accounts take the timer of one', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'setImmediate', 'clearInterval'] });
    const ids = Array.from({ length: 100 }, (_, at) => `a-${at}`);
    await createTest([setting('one')]);
    const timersOfOne = vi.getTimerCount();
    const { registry, opened, standIn } = await createTest(ids.map((id) => setting(id)));
    expect(vi.getTimerCount()).toBe(2 * timersOfOne);
    // Reading and changing all accounts opens none of them either.
    expect(registry.health()).toHaveLength(100);
    registry.forEachOpen(() => expect.unreachable());
    expect(registry.reload(ids.map((id) => setting(id, { concurrency: 2 })))).toHaveLength(100);
    expect([vi.getTimerCount(), opened, standIn.connections()]).toEqual([2 * timersOfOne, [], 0]);
  });

  test('is closed when nobody has used it for a while, and opened again', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    const { opened, list } = await createTest([setting('one')]);
    await list('one');
    vi.advanceTimersByTime(59_000);
    await list('one');
    vi.advanceTimersByTime(59_000);
    expect(opened).toEqual([{ id: 'one', isClosed: false }]);
    vi.advanceTimersByTime(120_000);
    expect(opened).toEqual([{ id: 'one', isClosed: true }]);
    await list('one');
    expect(opened).toHaveLength(2);
  });

  test('stays open for a walk that waits for its reader', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    const { registry, opened } = await createTest([setting('one')]);
    const walk = registry
      .upstreamOf(setting('one').account)
      .walk({ selection: {}, after: null, checkpoint: null, fresh: false }, asking());
    await walk.next();
    vi.advanceTimersByTime(240_000);
    expect(opened).toEqual([{ id: 'one', isClosed: false }]);
    await walk.return();
    vi.advanceTimersByTime(240_000);
    expect(opened).toEqual([{ id: 'one', isClosed: true }]);
  });

  test('keeps a pause that Apifonica asked for until it is over', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    const { opened, list } = await createTest([setting('one')], [], 429);
    await expect(list('one')).rejects.toMatchObject({ code: 'upstream_rate_limited' });
    vi.advanceTimersByTime(170_000);
    expect(opened).toEqual([{ id: 'one', isClosed: false }]);
    vi.advanceTimersByTime(70_000);
    expect(opened).toEqual([{ id: 'one', isClosed: true }]);
  });
});

describe('other settings', () => {
  test('without a change change nothing', async () => {
    const { registry, opened, list } = await createTest([setting('one')]);
    await list('one');
    const ended = registry.endOf(setting('one').account);
    expect(registry.reload([setting('one')])).toEqual([]);
    await list('one');
    expect([opened.length, ended.aborted]).toEqual([1, false]);
  });

  test('add accounts, and keep the order of the settings', async () => {
    const { registry } = await createTest([setting('one')]);
    expect(registry.reload([setting('two'), setting('one')])).toEqual(['account two added']);
    expect(registry.all().map(({ id }) => id)).toEqual(['two', 'one']);
  });

  test('remove accounts, and end their streams', async () => {
    const { registry, list } = await createTest([setting('one'), setting('two')]);
    await list('two');
    const account = setting('two').account;
    const ended = registry.endOf(account);
    expect(registry.reload([setting('one')])).toEqual(['account two removed']);
    expect(ended.reason).toMatchObject({ code: 'account_gone' });
    expect(registry.find('two')).toBeUndefined();
    expect(() => registry.upstreamOf(account)).toThrow('not here');
    expect(registry.endOf(account).aborted).toBe(true);
  });

  test('replace an account that has another SID now', async () => {
    const { registry, opened, list } = await createTest([setting('one')]);
    await list('one');
    const ended = registry.endOf(setting('one').account);
    expect(registry.reload([setting('one', { accountSid: 'acc-other' })])).toEqual([
      'account one replaced',
    ]);
    expect(ended.reason).toMatchObject({ code: 'account_gone' });
    await list('one');
    expect(opened).toHaveLength(2);
  });

  test('rename an account without a break', async () => {
    const { registry, opened, list } = await createTest([setting('one')]);
    await list('one');
    const ended = registry.endOf(setting('one').account);
    expect(registry.reload([setting('one', { name: 'Another' })])).toEqual(['account one']);
    await list('one');
    expect([opened.length, ended.aborted, registry.find('one')?.name]).toEqual([
      1,
      false,
      'Another',
    ]);
  });

  test.each([
    ['groups', { groups: { viewer: ['sales'], operator: [] } }, 1],
    ['concurrency', { concurrency: 2 }, 2],
  ])('%s: streams end, and may begin again', async (_, changes, openings) => {
    const { registry, opened, list } = await createTest([setting('one')]);
    await list('one');
    const ended = registry.endOf(setting('one').account);
    expect(registry.reload([setting('one', changes)])).toEqual(['account one']);
    expect(ended.reason).toMatchObject({ code: 'busy' });
    expect(registry.endOf(setting('one').account).aborted).toBe(false);
    await list('one');
    expect(opened).toHaveLength(openings);
  });

  test('keep a pause that Apifonica asked for', async () => {
    const { registry, list, standIn } = await createTest([setting('one')], [], 429);
    await expect(list('one')).rejects.toMatchObject({ code: 'upstream_rate_limited' });
    registry.reload([setting('one', { concurrency: 2 })]);
    expect(registry.health()[0]).toMatchObject({ limit: 2 });
    expect(registry.health()[0]?.paused_ms).toBeGreaterThan(170_000);
    await expect(list('one')).rejects.toMatchObject({ code: 'upstream_rate_limited' });
    expect(standIn.requests).toHaveLength(1);
  });

  test('bring another token', async () => {
    const { registry, list, standIn } = await createTest([setting('one')]);
    await list('one');
    const renewed = { ...setting('one'), authToken: 'another' };
    expect(registry.reload([renewed])).toEqual(['token of account one']);
    await list('one');
    const sent = Buffer.from('acc-one:another').toString('base64');
    expect(standIn.requests.at(-1)?.headers.authorization).toBe(`Basic ${sent}`);
  });
});

describe('a token that Apifonica refuses', () => {
  test('is read again once, and the request sent again', async () => {
    const { registry, list, files, standIn } = await createTest([setting('one')], ['new']);
    files.set('/tokens/one', 'new');
    await list('one');
    expect(standIn.requests).toHaveLength(2);
    expect(registry.reload([{ ...setting('one'), authToken: 'new' }])).toEqual([]);
  });

  test.each([
    ['is the same in its file', 'token-of-one'],
    ['cannot be read', null],
  ])('%s: the request fails at once', async (_, content) => {
    const { list, files, standIn } = await createTest([setting('one')], ['new']);
    if (content !== null) files.set('/tokens/one', content);
    await expect(list('one')).rejects.toMatchObject({ code: 'upstream_auth' });
    expect(standIn.requests).toHaveLength(1);
  });

  test('is refused again after it was read: the request is not sent a third time', async () => {
    const { list, files, standIn } = await createTest([setting('one')], []);
    files.set('/tokens/one', 'new');
    await expect(list('one')).rejects.toMatchObject({ code: 'upstream_auth' });
    expect(standIn.requests).toHaveLength(2);
  });
});

test('the health says how the last request of each account went', async () => {
  const good = ['token-of-one', 'token-of-two'];
  const { registry, list } = await createTest(
    ['one', 'two', 'three'].map((id) => setting(id)),
    good,
  );
  await list('one');
  await expect(list('three')).rejects.toMatchObject({ code: 'upstream_auth' });
  expect(healthOf(registry)).toEqual([
    ['one', 'ok', null],
    ['two', 'unused', null],
    ['three', 'failing', 'upstream_auth'],
  ]);
  good.push('token-of-three');
  await list('three');
  expect(healthOf(registry)[2]).toEqual(['three', 'ok', null]);
  expect(registry.health()[1]).toMatchObject({ requests: 0, limit: 4, paused_ms: 0 });
});
