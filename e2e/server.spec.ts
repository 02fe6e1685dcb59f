import { once } from 'node:events';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ApiPage, ask, walk } from './api.ts';
import { expect, test } from './fixtures.ts';
import { type Environment, runToExit } from './server.ts';
import { exportChoices } from './table.ts';

test('the server prints one line with its address and its source', async ({ serve }) => {
  const sandbox = await serve({ SANDBOX_NUMBERS: '7', SANDBOX_SCENARIO: 'slow' });
  expect(sandbox.output()).toMatch(
    /^Rented Numbers is on http:\/\/127\.0\.0\.1:\d+ with sandbox data \(7 invented numbers, scenario slow\)\.\n$/,
  );
  const live = await serve({
    APIFONICA_ACCOUNT_SID: 'acc1',
    APIFONICA_AUTH_TOKEN: 'canary',
    LOG_LEVEL: 'silent',
  });
  expect(live.output()).toMatch(/ with live data of https:\/\/api\.apifonica\.com\.\n$/);
  expect(await (await ask(`${live.url}/api/session`)).json()).toEqual({
    account: { id: 'main', name: 'acc1' },
    accounts: [{ id: 'main', name: 'acc1' }],
    person: null,
    account_sid: 'acc1',
    source: 'live',
    has_sign_in: false,
    can_reveal_tokens: false,
    has_history: false,
  });
  expect(live.log()).toBe('');
});

const sid = { APIFONICA_ACCOUNT_SID: 'acc1' };
const token = { APIFONICA_AUTH_TOKEN: 'canary-token' };

const refused: { name: string; env: Environment; lines: RegExp[] }[] = [
  { name: 'an account without a token', env: sid, lines: [/^APIFONICA_ACCOUNT_SID is set but no/] },
  { name: 'a token without an account', env: token, lines: [/^A token is set but no account/] },
  {
    name: 'a token twice',
    env: { ...sid, ...token, APIFONICA_AUTH_TOKEN_FILE: fileURLToPath(import.meta.url) },
    lines: [/^APIFONICA_AUTH_TOKEN and APIFONICA_AUTH_TOKEN_FILE are both set/],
  },
  {
    name: 'a token file that is not there',
    env: { ...sid, APIFONICA_AUTH_TOKEN_FILE: '/nowhere/token' },
    lines: [/^APIFONICA_AUTH_TOKEN_FILE names a file that cannot be read: \/nowhere\/token/],
  },
  {
    name: 'an address that is none',
    env: { APIFONICA_API_URL: 'api.apifonica.com' },
    lines: [/^APIFONICA_API_URL is not an address/],
  },
  {
    name: 'an address that would send the credentials in the clear',
    env: { ...sid, ...token, APIFONICA_API_URL: 'http://api.apifonica.com' },
    lines: [/^APIFONICA_API_URL must be https/],
  },
  { name: 'a port that is none', env: { PORT: '80a' }, lines: [/^PORT must be .* got "80a"\.$/] },
  {
    name: 'an address beyond this machine',
    env: { HOST: '0.0.0.0' },
    lines: [/^HOST 0\.0\.0\.0 can be reached/, /^HOST 0\.0\.0\.0 would send the password/],
  },
  {
    name: 'a scenario that is none',
    env: { SANDBOX_SCENARIO: 'sunshine' },
    lines: [/^SANDBOX_SCENARIO must be one of unauthorized, .* got "sunshine"\.$/],
  },
  {
    name: 'several things at once',
    env: { ...sid, PORT: '-1', LOG_LEVEL: 'loud', SANDBOX_NUMBERS: 'many' },
    lines: [/^PORT /, /^APIFONICA_ACCOUNT_SID /, /^SANDBOX_NUMBERS /, /^LOG_LEVEL /],
  },
];

for (const { name, env, lines } of refused) {
  test(`it does not start with ${name}`, async () => {
    const { code, stdout, stderr } = await runToExit(env);
    expect(code).toBeGreaterThan(0);
    expect(stdout).toBe('');
    const said = stderr.trimEnd().split('\n');
    expect(said).toHaveLength(lines.length);
    for (const line of lines) expect(said).toContainEqual(expect.stringMatching(line));
    expect(stderr).not.toContain('canary-token');
  });
}

test('it does not start on a port in use', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const { port } = holder.address() as { port: number };
  const { code, stdout, stderr } = await runToExit({ PORT: String(port) });
  holder.close();
  expect(code).toBeGreaterThan(0);
  expect(stdout).toBe('');
  expect(stderr).toMatch(new RegExp(`^PORT ${port} is in use on 127\\.0\\.0\\.1: .*\\n$`));
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`${signal} ends it with 0, though a connection is kept open`, async ({ serve }) => {
    const { url, process: child } = await serve();
    await walk(url);
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
}

test('a token file is read, and its last line break is not part of it', async ({ serve }) => {
  const folder = await mkdtemp(join(tmpdir(), 'rented-numbers-'));
  await writeFile(join(folder, 'token'), 'canary-token\n');
  const { url } = await serve({ ...sid, APIFONICA_AUTH_TOKEN_FILE: join(folder, 'token') });
  expect(await (await ask(`${url}/api/session`)).json()).toMatchObject({ source: 'live' });
  await rm(folder, { recursive: true });
});

test('the server runs from dist alone', async ({ serve, page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'rented-numbers-'));
  const dist = join(folder, 'copy');
  await cp(fileURLToPath(new URL('../dist', import.meta.url)), dist, { recursive: true });
  const { url } = await serve({ SANDBOX_NUMBERS: '30' }, { dist, cwd: folder });
  expect(await walk(url)).toHaveLength(30);
  await page.goto(url);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export all 30 rows' }).click();
  await exportChoices(page)
    .getByRole('button', { name: /^Excel/ })
    .click();
  expect((await download).suggestedFilename()).toMatch(/_complete_30_.*\.xlsx$/);
  await rm(folder, { recursive: true });
});

test('only / is a page', async ({ sharedServer }) => {
  const { url } = await sharedServer();
  for (const path of ['/api/nope', '/api/', '/api/numbers/1']) {
    const response = await ask(url + path);
    expect(response.status, path).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ code: 'not_found', status: 404 });
  }
  for (const path of [
    '/assets/nope.js',
    '/numbers',
    '/nope',
    '/index.htm',
    '/..%2fserver/main.js',
  ]) {
    const response = await ask(url + path, { headers: { accept: 'text/html' } });
    expect(response.status, path).toBe(404);
    expect(response.headers.get('content-type')).not.toContain('html');
    expect(await response.text()).not.toContain('<');
  }
  const page = await ask(url);
  expect(page.headers.get('content-type')).toContain('text/html');
  const posted = await ask(`${url}/api/numbers`, { method: 'POST' });
  expect(posted.status).toBe(405);
  expect(posted.headers.get('allow')).toContain('GET');
});

test('a query that means nothing is refused by name, not guessed at', async ({ sharedServer }) => {
  const { url } = await sharedServer();
  for (const [query, parameter] of [
    ['voice=yes', 'voice'],
    ['country_code=', 'country_code'],
    ['limit=21', 'limit'],
    ['type=local&type=sip', 'type'],
    ['token=1', 'token'],
    ['number=44%3B', 'number'],
  ] as const) {
    const response = await ask(`${url}/api/numbers?${query}`);
    expect(response.status, query).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'invalid_query', parameter });
  }
});

test('a cursor belongs to its filters, and cannot be changed', async ({ sharedServer }) => {
  const { url } = await sharedServer();
  const get = async (query: string) => {
    const response = await ask(`${url}/api/numbers?${query}`);
    return { status: response.status, body: (await response.json()) as ApiPage };
  };
  const { next } = (await get('voice=true')).body;
  expect((await get(`voice=true&cursor=${next}`)).status).toBe(200);
  for (const query of [
    `cursor=${next}`,
    `voice=false&cursor=${next}`,
    `voice=true&cursor=a${next}`,
  ]) {
    expect(await get(query)).toMatchObject({ status: 400, body: { code: 'invalid_cursor' } });
  }
});
