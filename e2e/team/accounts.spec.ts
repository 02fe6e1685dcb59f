import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import type { FindEvent } from '#contract/find.ts';
import type { InventoryEvent } from '#contract/inventory.ts';
import { startTestRedis } from '../../src/server/shared/test-redis.ts';
import { ask } from '../api.ts';
import { test as base, expect } from '../fixtures.ts';
import { requireProgram } from '../programs.ts';
import { runToExit, type Server } from '../server.ts';
import { startAccountList, tokenOf } from './account-list.ts';

type AccountList = Awaited<ReturnType<typeof startAccountList>>;

const test = base.extend<{
  startAccounts: (sizes: Readonly<Record<string, number>>) => Promise<AccountList>;
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from it.
  startAccounts: async ({}, use) => {
    const lists: AccountList[] = [];
    await use(async (sizes) => {
      const list = await startAccountList(sizes);
      lists.push(list);
      return list;
    });
    for (const list of lists) await list.close();
  },
});

const search = (parameters: Record<string, string>) => `?${new URLSearchParams(parameters)}`;

/** Without `mayBeCached` the server skips its cache of recent pages. */
const get = (
  { url }: Server,
  path: string,
  parameters: Record<string, string> = {},
  mayBeCached = false,
) =>
  ask(`${url}${path}${search(parameters)}`, {
    headers: mayBeCached ? {} : { 'cache-control': 'no-cache' },
  });

async function list(server: Server, parameters: Record<string, string>, mayBeCached = false) {
  const response = await get(server, '/api/numbers', parameters, mayBeCached);
  return { status: response.status, ...(await response.json()) };
}

const linesOf = async <T>(response: Response): Promise<T[]> =>
  (await response.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const walk = async (server: Server, parameters: Record<string, string>) =>
  linesOf<InventoryEvent>(await get(server, '/api/inventory', parameters));

const sidsOf = (events: readonly InventoryEvent[]) =>
  new Set(
    events
      .flatMap((event) => (event.event === 'numbers' ? event.numbers : []))
      .map(({ number_sid }) => number_sid),
  );

/** The last checkpoint of a walk. */
const checkpointOf = (events: readonly InventoryEvent[]) =>
  events.flatMap((event) => ('checkpoint' in event ? (event.checkpoint ?? []) : [])).at(-1) ?? '';

const isOf = (id: string) => expect.stringMatching(new RegExp(`^Desk \\d+ of ${id}$`));

test('cursors, checkpoints, caches and estimates of one account are nothing to another', async ({
  serve,
  startAccounts,
}) => {
  const accounts = await startAccounts({ north: 130, south: 90 });
  const server = await serve(accounts.env);

  const north = await list(server, { account: 'north' }, true);
  expect(await list(server, { account: 'north' }, true)).toEqual(north);
  expect(accounts.account('north').requests).toBe(1);
  const south = await list(server, { account: 'south' }, true);
  expect(north.numbers[0].name).toEqual(isOf('north'));
  expect(south.numbers[0].name).toEqual(isOf('south'));
  expect(await list(server, { account: 'south', cursor: north.next })).toMatchObject({
    status: 400,
    code: 'invalid_cursor',
  });
  expect(await list(server, { account: 'north', cursor: north.next })).toMatchObject({
    status: 200,
  });

  const walked = await walk(server, { account: 'north' });
  expect(walked.at(-1)).toMatchObject({ event: 'done', total: 130 });
  const refused = await get(server, '/api/inventory', {
    account: 'south',
    checkpoint: checkpointOf(walked),
  });
  expect(await refused.json()).toMatchObject({ code: 'invalid_cursor' });
  const others = await walk(server, { account: 'south' });
  expect(others[0]).toMatchObject({ event: 'progress' });
  expect(others[0]).not.toHaveProperty('estimate');
  expect(others.at(-1)).toMatchObject({ event: 'done', total: 90 });
  expect(sidsOf(others)).toEqual(accounts.account('south').data.sids());
  expect((await walk(server, { account: 'south' }))[0]).toMatchObject({ estimate: { total: 90 } });
});

test('each account has its own limit of requests, and one that hangs holds up no other', async ({
  serve,
  startAccounts,
}) => {
  const accounts = await startAccounts({ north: 200, south: 200 });
  await accounts.write([{ ...accounts.entry('north'), concurrency: 2 }, accounts.entry('south')]);
  accounts.account('north').fault = () => true;
  // No request that hangs is given up and sent again within the test.
  const patient = { UPSTREAM_TIMEOUT_MS: '600000', UPSTREAM_DEADLINE_MS: '600000' };
  const server = await serve({ ...accounts.env, ...patient });
  const north = walk(server, { account: 'north' });
  await expect.poll(() => accounts.account('north').requests).toBe(2);
  expect((await walk(server, { account: 'south' })).at(-1)).toMatchObject({ total: 200 });
  expect(accounts.account('north').requests).toBe(2);
  await accounts.write([accounts.entry('south')]);
  server.process.kill('SIGHUP');
  expect((await north).at(-1)).toMatchObject({ event: 'failed' });
});

test('an account that nobody asks for is not asked', async ({ serve, startAccounts }) => {
  const accounts = await startAccounts({ north: 5, south: 5 });
  const server = await serve(accounts.env);
  expect(server.line).toContain('(2 accounts)');
  await list(server, { account: 'north' });
  expect((await list(server, { account: 'west' })).code).toBe('account_gone');
  expect([accounts.account('north').requests, accounts.account('south').requests]).toEqual([1, 0]);
});

test('a server with a hundred accounts starts, and answers for each without asking the others', async ({
  serve,
  startAccounts,
}) => {
  const ids = Array.from({ length: 100 }, (_, at) => `team-${at}`);
  const accounts = await startAccounts(Object.fromEntries(ids.map((id) => [id, 3])));
  const server = await serve(accounts.env);
  expect(server.line).toContain('(100 accounts)');
  const asked = () => ids.map((id) => accounts.account(id).requests);
  expect(asked()).toEqual(ids.map(() => 0));
  expect(accounts.connections()).toBe(0);
  for (const id of ids) {
    const { numbers } = await list(server, { account: id });
    expect(numbers.map(({ name }: { name: string }) => name)).toEqual(
      [0, 1, 2].map((n) => `Desk ${n} of ${id}`),
    );
  }
  expect(asked()).toEqual(ids.map(() => 1));
});

test('of a hundred accounts the store and the metrics learn on first use', async ({
  serve,
  startAccounts,
}) => {
  requireProgram('Redis');
  const redis = await startTestRedis();
  const client = new Redis(redis.port, '127.0.0.1');
  try {
    const ids = Array.from({ length: 100 }, (_, at) => `team-${at}`);
    const accounts = await startAccounts(Object.fromEntries(ids.map((id) => [id, 3])));
    const server = await serve({ ...accounts.env, SHARED_URL: redis.url });
    /** What the store has for accounts, but for what all accounts have in common. */
    const ofAccounts = async () => {
      const names = [...(await client.keys('*')), ...(await client.pubsub('CHANNELS'))];
      return names.map(String).filter((name) => !/:(replicas|sessions)/.test(name));
    };
    const named = async () =>
      (await (await ask(`${server.url}/metrics`)).text()).match(/team-\d+/g);
    expect(await ofAccounts()).toEqual([]);
    expect(await named()).toBeNull();
    expect((await list(server, { account: 'team-7' })).status).toBe(200);
    expect(new Set(await named())).toEqual(new Set(['team-7']));
    expect((await ofAccounts()).length).toBeGreaterThan(0);
    expect(accounts.connections()).toBe(1);
  } finally {
    client.disconnect();
    await redis.stop();
  }
});

test('log and metrics name accounts in use by id, and nothing their tokens', async ({
  serve,
  startAccounts,
}) => {
  const accounts = await startAccounts({ north: 5, south: 5 });
  const server = await serve({ ...accounts.env, LOG_LEVEL: 'trace' });
  await list(server, { account: 'south' });
  await expect.poll(() => server.log()).toMatch(/"account":"south".*"msg":"request"/);
  const metrics = await (await ask(`${server.url}/metrics`)).text();
  expect(metrics).toContain('upstream_in_flight{account="south"} 0');
  expect(metrics).not.toMatch(/north|acc-/);
  expect(server.log() + server.output() + metrics).not.toContain('canary');
});

test('find asks every account, and names the ones that could not be asked', async ({
  serve,
  startAccounts,
}) => {
  const accounts = await startAccounts({ north: 40, south: 40, west: 40 });
  accounts.account('west').tokens.clear();
  const server = await serve(accounts.env);
  const [number = ''] = accounts.account('south').data.numbers().slice(17);
  const events = await linesOf<FindEvent>(await get(server, '/api/find', { number }));
  expect(events[0]).toEqual({ event: 'asked', accounts: 3 });
  expect(events.at(-1)).toEqual({ event: 'done', answered: 2, failed: 1 });
  expect(events.slice(1, -1)).toEqual(
    expect.arrayContaining([
      { event: 'answered', account: { id: 'north', name: 'The north' }, numbers: [] },
      {
        event: 'answered',
        account: { id: 'south', name: 'The south' },
        numbers: [expect.objectContaining({ number, name: 'Desk 17 of south' })],
      },
      {
        event: 'failed',
        account: { id: 'west', name: 'The west' },
        problem: expect.objectContaining({ code: 'upstream_auth' }),
      },
    ]),
  );
});

test('SIGHUP reads the accounts again; a fault keeps the old ones', async ({
  serve,
  startAccounts,
}) => {
  const accounts = await startAccounts({ north: 30, south: 30, west: 30 });
  await accounts.write(['north', 'south'].map(accounts.entry));
  const server = await serve(accounts.env);
  const idsOf = async () =>
    (await (await get(server, '/api/session')).json()).accounts.map(({ id }: { id: string }) => id);
  expect(await idsOf()).toEqual(['north', 'south']);

  await accounts.write([{ ...accounts.entry('west'), concurency: 1 }, accounts.entry('East')]);
  server.process.kill('SIGHUP');
  await expect.poll(() => server.log()).toMatch(/concurency.*id must be.*"secrets kept/);
  expect(await idsOf()).toEqual(['north', 'south']);
  expect((await list(server, { account: 'north' })).status).toBe(200);

  await accounts.write(['west', 'north'].map(accounts.entry));
  server.process.kill('SIGHUP');
  await expect
    .poll(() => server.log())
    .toContain('"changed":["account west added","account south removed"]');
  expect(await idsOf()).toEqual(['west', 'north']);
  expect((await list(server, { account: 'west' })).status).toBe(200);
  expect(await list(server, { account: 'south' })).toMatchObject({
    status: 404,
    code: 'account_gone',
  });
});

test('a walk ends with a reason when its account is removed, and others go on', async ({
  serve,
  startAccounts,
}) => {
  const accounts = await startAccounts({ north: 100, south: 100 });
  // The answers of both accounts stop after some pages; those of the north come later.
  const held: (() => void)[] = [];
  accounts.account('south').fault = (_, ordinal) => ordinal > 2;
  accounts.account('north').fault = (response, ordinal) => {
    if (ordinal !== 3) return false;
    held.push(() => response.writeHead(503, { 'retry-after': '0' }).end());
    return true;
  };
  const server = await serve(accounts.env);
  const [south, north] = [walk(server, { account: 'south' }), walk(server, { account: 'north' })];
  await expect.poll(() => accounts.account('south').requests).toBeGreaterThan(2);
  await expect.poll(() => held.length).toBe(1);
  await accounts.write([accounts.entry('north')]);
  server.process.kill('SIGHUP');
  const events = await south;
  expect(events.at(-1)).toMatchObject({ event: 'failed', problem: { code: 'account_gone' } });
  for (const release of held) release();
  expect((await north).at(-1)).toMatchObject({ event: 'done', total: 100 });
});

test('a refused token is read again, for one account of a list and for a single one', async ({
  serve,
  startAccounts,
}) => {
  const accounts = await startAccounts({ north: 30 });
  const ofList = await serve(accounts.env);
  const alone = await serve({
    APIFONICA_ACCOUNT_SID: 'acc-north',
    APIFONICA_AUTH_TOKEN_FILE: accounts.tokenFile('north'),
    APIFONICA_API_URL: accounts.env.APIFONICA_API_URL,
  });
  for (const server of [ofList, alone]) expect((await list(server, {})).status).toBe(200);

  const { tokens } = accounts.account('north');
  tokens.clear();
  tokens.add('canary-renewed');
  for (const server of [ofList, alone]) {
    expect(await list(server, {})).toMatchObject({ status: 502, code: 'upstream_auth' });
  }
  await accounts.writeToken('north', 'canary-renewed');
  for (const server of [ofList, alone]) {
    expect((await list(server, {})).status).toBe(200);
    expect(server.log()).not.toContain('canary');
  }
});

test('servers with an old and a new token read the cursors of each other by a file of keys', async ({
  serve,
  startAccounts,
}) => {
  const accounts = await startAccounts({ north: 60 });
  accounts.account('north').tokens.add('canary-renewed');
  const keys = join(accounts.folder, 'keys');
  await writeFile(keys, `${'a-key-of-yesterday-'.repeat(2)}\n`);
  const start = async (hasKeys: boolean) => {
    const env = { ...accounts.env, ...(hasKeys && { SEAL_KEYS_FILE: keys }) };
    await accounts.writeToken('north', tokenOf('north'));
    const before = await serve(env);
    await accounts.writeToken('north', 'canary-renewed');
    return [before, await serve(env)] as const;
  };
  const crosses = async (from: Server, to: Server) => {
    const { next } = await list(from, {});
    return (await list(to, { cursor: next })).status;
  };

  const [before, after] = await start(true);
  expect([await crosses(before, after), await crosses(after, before)]).toEqual([200, 200]);
  const [oldAlone, newAlone] = await start(false);
  expect(await crosses(oldAlone, newAlone)).toBe(400);

  // Another key is added behind the first one everywhere, before it becomes the first one.
  const { next } = await list(before, {});
  await writeFile(keys, `${'a-key-of-tomorrow-'.repeat(2)}\n${'a-key-of-yesterday-'.repeat(2)}\n`);
  after.process.kill('SIGHUP');
  await expect.poll(() => after.log()).toContain('"changed":["SEAL_KEYS_FILE"]');
  expect((await list(after, { cursor: next })).status).toBe(200);
  expect(await crosses(after, before)).toBe(400);
  before.process.kill('SIGHUP');
  await expect.poll(() => before.log()).toContain('"SEAL_KEYS_FILE"');
  expect(await crosses(after, before)).toBe(200);
  expect(before.log() + after.log()).not.toMatch(/canary|yesterday|tomorrow/);
});

test('check-config names the accounts, their files and every fault, and no token', async ({
  startAccounts,
}) => {
  const accounts = await startAccounts({ north: 1, south: 1 });
  const groups = { viewer: ['sales'], operator: [] };
  await accounts.write([accounts.entry('north'), { ...accounts.entry('south'), groups }]);
  const args = ['check-config', '--no-env-file'];
  const good = await runToExit(accounts.env, { args });
  expect(good).toMatchObject({ code: 0, stderr: '' });
  expect(good.stdout).toContain(`2 of ${accounts.file}`);
  expect(good.stdout).toMatch(
    /^account south: The south; acc-south; 4 requests at once; token of \S+south\.token; viewers: sales; operators: nobody$/m,
  );
  expect(good.stdout).not.toContain('canary');

  await accounts.write([
    { ...accounts.entry('north'), auth_token: 'canary' },
    { ...accounts.entry('south'), auth_token_file: 'nowhere' },
  ]);
  const bad = await runToExit(
    { ...accounts.env, APIFONICA_AUTH_TOKEN: '' },
    { args: args.slice(1) },
  );
  expect(bad).toMatchObject({ code: 1, stdout: '' });
  expect(bad.stderr.trim().split('\n')).toEqual([
    expect.stringMatching(/^Entry 1 \(north\) .* "auth_token" is no field of an account; .*$/),
    expect.stringMatching(/^Entry 2 \(south\) .* cannot be read: \S+nowhere \(ENOENT\)\.$/),
  ]);
  expect(bad.stderr).not.toContain('canary');
});

test('the sandbox plays several accounts, the first like a single one', async ({ serve }) => {
  const [alone, several] = [await serve(), await serve({ SANDBOX_ACCOUNTS: '3' })];
  const session = await (await get(several, '/api/session')).json();
  expect(session).toMatchObject({
    account: { id: 'sandbox-1' },
    accounts: [{ id: 'sandbox-1' }, { id: 'sandbox-2' }, { id: 'sandbox-3' }],
  });
  const first = await list(several, { account: 'sandbox-1' });
  expect(first.numbers).toEqual((await list(alone, {})).numbers);
  const totals = [];
  for (const account of ['sandbox-1', 'sandbox-2', 'sandbox-3']) {
    const last = (await walk(several, { account })).at(-1);
    totals.push(last?.event === 'done' ? last.total : last);
  }
  expect(totals).toEqual([500, 250, 167]);
});
