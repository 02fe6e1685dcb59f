import { writeFile } from 'node:fs/promises';
import type { Problem } from '#contract/problem-kinds.ts';
import { documentedRow, wirePage } from '#sandbox/stand-in/documented-row.ts';
import { sendJson, startStandIn } from '#sandbox/stand-in/start-stand-in.ts';
import { ask, walk } from '../api.ts';
import { test as base, expect } from '../fixtures.ts';
import { freePort } from '../free-port.ts';
import { requireProgram } from '../programs.ts';
import type { Environment, Server } from '../server.ts';
import { type Authority, createAuthority } from './certificates.ts';
import { startProxy } from './outbound-proxy.ts';

const accountSid = 'acc-connection-test';
const authToken = 'canary-auth-token';
const proxyPassword = 'canary-proxy-password';
const basic = Buffer.from(`${accountSid}:${authToken}`).toString('base64');

interface Fixtures {
  /** A certificate authority that nothing trusts; `startNamed` uses its certificates. */
  authority: Authority;
  startNamed: (name: string, days?: number) => ReturnType<typeof startStandIn>;
  startTinyproxy: (connectPort: number, login?: string) => ReturnType<typeof startProxy>;
  /** Starts the dashboard before an API address. */
  startDashboard: (apiUrl: string, env?: Environment) => Promise<Server>;
}

/** For failures that are tried again until the deadline. */
const brief = { UPSTREAM_DEADLINE_MS: '1500' };

const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from it.
  authority: async ({}, use) => {
    const authority = createAuthority(requireProgram('OpenSSL'));
    await use(authority);
    authority.remove();
  },
  startNamed: async ({ authority }, use) => {
    const running: { close(): void }[] = [];
    await use(async (name, days) => {
      const page = wirePage([documentedRow({ account_sid: accountSid })]);
      const certificate = authority.issue([name], days);
      const upstream = await startStandIn((_, response) => sendJson(response, page), certificate);
      running.push(upstream);
      return upstream;
    });
    for (const { close } of running) close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from it.
  startTinyproxy: async ({}, use) => {
    const running: { stop(): Promise<void> }[] = [];
    await use(async (connectPort, login) => {
      const proxy = await startProxy(requireProgram('tinyproxy'), {
        connectPort,
        ...(login !== undefined && { login }),
      });
      running.push(proxy);
      return proxy;
    });
    for (const { stop } of running) await stop();
  },
  startDashboard: async ({ serve }, use) => {
    await use((apiUrl, env) =>
      serve({
        APIFONICA_ACCOUNT_SID: accountSid,
        APIFONICA_AUTH_TOKEN: authToken,
        APIFONICA_API_URL: apiUrl,
        ...env,
      }),
    );
  },
});

interface Refusal {
  code: string;
  cause: string;
  /** Texts of the detail: what happened, and what to do. */
  words: string[];
  event?: string;
}

/** Expects one failure in the API's answer and in the log, without any secret. */
async function expectRefusal(server: Server, { code, cause, words, event }: Refusal) {
  const response = await ask(`${server.url}/api/numbers`);
  const problem: Problem = await response.json();
  expect(response.status).toBe(502);
  expect(problem).toMatchObject({ code, cause });
  for (const part of [...words, cause.replace('PROXY_', '')])
    expect(problem.detail).toContain(part);

  const lines = server
    .log()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toContainEqual(
    expect.objectContaining({ msg: event ? 'security' : 'problem', code, cause }),
  );
  expect(lines.some((line) => line.event !== undefined)).toBe(event !== undefined);
  if (event) expect(lines).toContainEqual(expect.objectContaining({ event, code, cause }));
  const said = server.log() + JSON.stringify(problem);
  for (const secret of [authToken, basic, proxyPassword]) expect(said).not.toContain(secret);
}

const distrusted = { code: 'upstream_distrusted', event: 'upstream_distrusted' } as const;

test('W12 a private authority is trusted through NODE_EXTRA_CA_CERTS', async ({
  authority,
  startNamed,
  startDashboard,
}) => {
  const upstream = await startNamed('localhost');
  const server = await startDashboard(upstream.url, { NODE_EXTRA_CA_CERTS: authority.file });
  expect(await walk(server.url)).toHaveLength(1);
  expect(upstream.requests.length).toBeGreaterThan(0);
});

test('O8 an unknown authority is named, and no request is sent', async ({
  startNamed,
  startDashboard,
}) => {
  const upstream = await startNamed('localhost');
  const server = await startDashboard(upstream.url);
  await expectRefusal(server, {
    ...distrusted,
    cause: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    words: ['an authority that is not known here', 'NODE_EXTRA_CA_CERTS'],
  });
  expect(upstream.requests).toHaveLength(0);
  expect(server.log()).not.toContain('upstream retry');
});

test('O8 an expired certificate is named, and no request is sent', async ({
  authority,
  startNamed,
  startDashboard,
}) => {
  const upstream = await startNamed('localhost', -1);
  const server = await startDashboard(upstream.url, { NODE_EXTRA_CA_CERTS: authority.file });
  await expectRefusal(server, {
    ...distrusted,
    cause: 'CERT_HAS_EXPIRED',
    words: ['has expired', 'Check the clock'],
  });
  expect(upstream.requests).toHaveLength(0);
  expect(server.log()).not.toContain('upstream retry');
});

for (const through of ['straight', 'through a proxy']) {
  test(`O8 a certificate for another name is told apart, and is asked nothing, ${through}`, async ({
    authority,
    startNamed,
    startTinyproxy,
    startDashboard,
  }) => {
    const upstream = await startNamed('elsewhere.example');
    const proxy = through === 'straight' ? null : await startTinyproxy(upstream.port);
    const server = await startDashboard(upstream.url, {
      NODE_EXTRA_CA_CERTS: authority.file,
      ...(proxy && { HTTPS_PROXY: `http://${proxy.address}` }),
    });
    await expectRefusal(server, {
      ...distrusted,
      cause: 'ERR_TLS_CERT_ALTNAME_INVALID',
      words: ['for another name', 'APIFONICA_API_URL'],
    });
    expect(upstream.requests).toHaveLength(0);
    expect(server.log()).not.toContain('upstream retry');
  });
}

test('O8 an unknown name is named, and not looked up without end', async ({ startDashboard }) => {
  const server = await startDashboard('https://api.apifonica.invalid');
  await expectRefusal(server, {
    code: 'upstream_unreachable',
    cause: 'ENOTFOUND',
    words: ['The name of Apifonica’s server is not known'],
  });
  const attempts = server.log().match(/"msg":"upstream"/g) ?? [];
  expect(attempts.length).toBeLessThanOrEqual(8);
});

test('O8 a refused connection is named', async ({ startDashboard }) => {
  const server = await startDashboard(`https://localhost:${await freePort()}`, brief);
  await expectRefusal(server, {
    code: 'upstream_unreachable',
    cause: 'ECONNREFUSED',
    words: ['Connections to Apifonica’s server are refused'],
  });
});

for (const name of ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy']) {
  test(`W12 ${name} leads out, and the proxy sees no credentials of ours`, async ({
    authority,
    startNamed,
    startTinyproxy,
    startDashboard,
  }) => {
    const upstream = await startNamed('localhost');
    const proxy = await startTinyproxy(upstream.port, `dashboard ${proxyPassword}`);
    const server = await startDashboard(upstream.url, {
      NODE_EXTRA_CA_CERTS: authority.file,
      [name]: `http://dashboard:${proxyPassword}@${proxy.address}`,
    });
    expect(await walk(server.url)).toHaveLength(1);
    expect(proxy.log()).toContain(`CONNECT localhost:${upstream.port}`);
    expect(upstream.requests[0]?.headers).not.toHaveProperty('proxy-authorization');
    expect(upstream.requests[0]?.headers.authorization).toBe(`Basic ${basic}`);
    expect(server.log() + server.output()).not.toContain(proxyPassword);
  });
}

test('O15 SIGHUP reads the file of the proxy again', async ({
  authority,
  startNamed,
  startTinyproxy,
  startDashboard,
}, testInfo) => {
  const upstream = await startNamed('localhost');
  const proxy = await startTinyproxy(upstream.port, `dashboard ${proxyPassword}`);
  const file = testInfo.outputPath('proxy');
  const write = (password: string) =>
    writeFile(file, `http://dashboard:${password}@${proxy.address}\n`);
  await write('an-old-password');
  const server = await startDashboard(upstream.url, {
    NODE_EXTRA_CA_CERTS: authority.file,
    HTTPS_PROXY_FILE: file,
  });
  const list = () => ask(`${server.url}/api/numbers`, { headers: { 'cache-control': 'no-cache' } });
  expect(await (await list()).json()).toMatchObject({ cause: 'PROXY_401' });

  await write(proxyPassword);
  server.process.kill('SIGHUP');
  await expect
    .poll(() => server.log())
    .toContain('"changed":["HTTPS_PROXY"],"msg":"secrets read again"');
  await expect.poll(async () => (await list()).status).toBe(200);
  expect(server.log()).not.toContain(proxyPassword);
});

for (const [name, list] of [
  ['NO_PROXY', 'elsewhere.example, localhost'],
  ['no_proxy', '*'],
] as const) {
  test(`W12 ${name} leaves the proxy out`, async ({
    authority,
    startNamed,
    startTinyproxy,
    startDashboard,
  }) => {
    const upstream = await startNamed('localhost');
    const proxy = await startTinyproxy(upstream.port);
    const server = await startDashboard(upstream.url, {
      NODE_EXTRA_CA_CERTS: authority.file,
      HTTPS_PROXY: proxy.address,
      [name]: list,
    });
    expect(await walk(server.url)).toHaveLength(1);
    expect(proxy.log()).not.toContain('CONNECT localhost');
  });
}

test('W12 the sandbox on this machine is never asked through a proxy', async ({ serve }) => {
  const server = await serve({
    HTTPS_PROXY: `http://127.0.0.1:${await freePort()}`,
    HTTP_PROXY: `http://127.0.0.1:${await freePort()}`,
  });
  expect(await walk(server.url)).toHaveLength(500);
});

for (const [given, login, cause] of [
  ['a password', '', 'PROXY_407'],
  ['another password', `dashboard:${proxyPassword}@`, 'PROXY_401'],
] as const) {
  test(`O8 a proxy that wants ${given} is told apart, and is not asked again`, async ({
    startNamed,
    startTinyproxy,
    startDashboard,
  }) => {
    const upstream = await startNamed('localhost');
    const proxy = await startTinyproxy(upstream.port, 'dashboard another-password');
    const server = await startDashboard(upstream.url, {
      HTTPS_PROXY: `http://${login}${proxy.address}`,
    });
    await expectRefusal(server, {
      code: 'upstream_proxy',
      cause,
      words: ['asks for a user and password', 'HTTPS_PROXY'],
    });
    expect(upstream.requests).toHaveLength(0);
    expect(server.log()).not.toContain('upstream retry');
  });
}

test('O8 a proxy that refuses the way to Apifonica is named', async ({
  startNamed,
  startTinyproxy,
  startDashboard,
}) => {
  const upstream = await startNamed('localhost');
  const proxy = await startTinyproxy(1);
  const server = await startDashboard(upstream.url, { HTTPS_PROXY: `http://${proxy.address}` });
  await expectRefusal(server, {
    code: 'upstream_proxy',
    cause: 'PROXY_403',
    words: ['NO_PROXY'],
  });
});

test('O8 a proxy that cannot reach Apifonica is named', async ({
  startTinyproxy,
  startDashboard,
}) => {
  const port = await freePort();
  const proxy = await startTinyproxy(port);
  const server = await startDashboard(`https://localhost:${port}`, {
    ...brief,
    HTTPS_PROXY: `http://${proxy.address}`,
  });
  await expectRefusal(server, {
    code: 'upstream_unreachable',
    cause: 'PROXY_500',
    words: ['The proxy could not reach Apifonica'],
  });
});

test('O8 an unreachable proxy is named', async ({ startDashboard }) => {
  const server = await startDashboard('https://localhost:4430', {
    ...brief,
    HTTPS_PROXY: `http://127.0.0.1:${await freePort()}`,
  });
  await expectRefusal(server, {
    code: 'upstream_unreachable',
    cause: 'PROXY_ECONNREFUSED',
    words: ['Connections to the proxy are refused', 'HTTPS_PROXY'],
  });
});
