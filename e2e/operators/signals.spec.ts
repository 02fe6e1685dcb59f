import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { wirePage } from '#sandbox/stand-in/documented-row.ts';
import { sendJson, startStandIn } from '#sandbox/stand-in/start-stand-in.ts';
import { ask } from '../api.ts';
import { test as base, expect } from '../fixtures.ts';
import { requireProgram } from '../programs.ts';

const accountSid = 'acc-canary-0001';

const test = base.extend<{ folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from it.
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'rented-numbers-'));
    await use(folder);
    await rm(folder, { recursive: true });
  },
});

const basic = (token: string) =>
  `Basic ${Buffer.from(`${accountSid}:${token}`).toString('base64')}`;

/** A live server with all secrets in files; the test checks which secrets are in use. */
test('O15 SIGHUP reads the files of secrets again, and keeps the old ones where they are bad', async ({
  serve,
  folder,
}) => {
  const upstream = await startStandIn((_, response) => sendJson(response, wirePage([])));
  const file = (name: string) => join(folder, name);
  const write = async (round: string) => {
    for (const name of ['token', 'password', 'metrics']) {
      await writeFile(file(name), `canary-${name}-of-the-${round}\n`);
    }
  };
  await write('first-round');
  const server = await serve({
    APIFONICA_ACCOUNT_SID: accountSid,
    APIFONICA_AUTH_TOKEN_FILE: file('token'),
    APIFONICA_API_URL: upstream.url,
    DASHBOARD_PASSWORD_FILE: file('password'),
    METRICS_TOKEN_FILE: file('metrics'),
  });

  const enter = async (round: string) => {
    const response = await ask(`${server.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ password: `canary-password-of-the-${round}` }),
    });
    return { status: response.status, cookie: response.headers.get('set-cookie')?.split(';')[0] };
  };
  const list = async (cookie = '') => {
    const headers = { cookie, 'cache-control': 'no-cache' };
    return (await ask(`${server.url}/api/numbers`, { headers })).status;
  };
  // With a proxy's header, because requests straight from this machine need no token.
  const scrape = async (round: string) => {
    const authorization = `Bearer canary-metrics-of-the-${round}`;
    const headers = { authorization, 'x-forwarded-for': '192.0.2.1' };
    return (await ask(`${server.url}/metrics`, { headers })).status;
  };

  const first = await enter('first-round');
  expect([first.status, await list(first.cookie), await scrape('first-round')]).toEqual([
    200, 200, 200,
  ]);

  await writeFile(file('token'), 'canary-token\nof-two-lines\n');
  server.process.kill('SIGHUP');
  await expect
    .poll(() => server.log())
    .toMatch(/"problems":\["APIFONICA_AUTH_TOKEN_FILE [^"]*"\],"msg":"secrets kept/);
  expect([await list(first.cookie), await scrape('first-round')]).toEqual([200, 200]);

  await write('second-round');
  server.process.kill('SIGHUP');
  await expect
    .poll(() => server.log())
    .toContain(
      '"changed":["APIFONICA_AUTH_TOKEN","METRICS_TOKEN","DASHBOARD_PASSWORD"],"msg":"secrets read again"',
    );
  expect([await list(first.cookie), (await enter('first-round')).status]).toEqual([401, 401]);
  expect([await scrape('first-round'), await scrape('second-round')]).toEqual([404, 200]);
  const second = await enter('second-round');
  expect([second.status, await list(second.cookie)]).toEqual([200, 200]);
  expect(upstream.requests.map(({ headers }) => headers.authorization)).toEqual([
    basic('canary-token-of-the-first-round'),
    basic('canary-token-of-the-first-round'),
    basic('canary-token-of-the-second-round'),
  ]);
  expect(server.log()).not.toContain('canary-token');
  upstream.close();
});

test('O15 SIGUSR1 opens no inspector, SIGUSR2 drains and ends with 0', async ({ serve }) => {
  const server = await serve();
  server.process.kill('SIGUSR1');
  expect((await ask(`${server.url}/livez`)).status).toBe(200);
  expect(server.log()).not.toMatch(/debugger/i);
  const exit = once(server.process, 'exit');
  server.process.kill('SIGUSR2');
  await expect.poll(async () => (await ask(`${server.url}/readyz`)).status).toBe(503);
  expect(await exit).toEqual([0, null]);
  expect(server.log()).not.toMatch(/debugger/i);
});

test('O15 a running process has no secrets in its environment variables', async ({ serve }) => {
  const show = encodeURIComponent(
    "process.on('SIGWINCH', () => process.stderr.write('variables: ' + JSON.stringify(process.env)))",
  );
  const server = await serve({
    NODE_OPTIONS: `--import=data:text/javascript,${show}`,
    APIFONICA_ACCOUNT_SID: accountSid,
    APIFONICA_AUTH_TOKEN: 'canary-token',
    DASHBOARD_PASSWORD: 'canary-password',
    METRICS_TOKEN: 'canary-metrics-token',
  });
  server.process.kill('SIGWINCH');
  await expect.poll(() => server.log()).toContain('variables: {');
  expect(server.log()).toContain(accountSid);
  expect(server.log()).not.toContain('canary-token');
  expect(server.log()).not.toContain('canary-password');
  expect(server.log()).not.toContain('canary-metrics');
});

test('O15 closing a terminal ends the server that was started in it', async () => {
  const script = requireProgram('script');
  const main = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));
  const command = `exec "${process.execPath}" "${main}" --no-env-file`;
  const terminal = spawn(script, ['-qefc', command, '/dev/null'], {
    env: { PATH: process.env.PATH, PORT: '0', SANDBOX_NUMBERS: '1', LOG_LEVEL: 'silent' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  let shown = '';
  terminal.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
  });
  await expect.poll(() => shown).toMatch(/http:\/\/\S+ /);
  const url = /http:\/\/\S+/.exec(shown)?.[0] ?? '';
  expect((await ask(`${url}/livez`)).status).toBe(200);
  terminal.kill('SIGKILL');
  await expect
    .poll(() =>
      ask(`${url}/livez`).then(
        () => 'answers',
        () => 'is gone',
      ),
    )
    .toBe('is gone');
});
