import { describe, expect, test } from 'vitest';
import { readConfig as read } from './config.ts';

const secret = 'a-test-token';
const readConfig = (env: Record<string, string>, readFile?: (path: string) => string) =>
  read(env, { scenarioNames: ['flaky', 'slow'], ...(readFile && { readFile }) });
const live = { APIFONICA_ACCOUNT_SID: 'acc-test', APIFONICA_AUTH_TOKEN: secret };

test('S2 an empty environment serves the sandbox on loopback', () => {
  const { config } = readConfig({});
  expect(config).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    credentials: null,
    sandbox: { numbers: 5310, latencyMs: 80, scenario: null },
  });
  expect(config?.apiUrl.href).toBe('https://api.apifonica.com/');
});

test('both credentials serve the live API', () => {
  const credentials = { accountSid: 'acc-test', authToken: secret };
  expect(readConfig(live).config?.credentials).toEqual(credentials);
  const fromFile = readConfig(
    { APIFONICA_ACCOUNT_SID: 'acc-test', APIFONICA_AUTH_TOKEN_FILE: '/run/secrets/token' },
    (path) => (path === '/run/secrets/token' ? `${secret}\n` : ''),
  );
  expect(fromFile.config?.credentials).toEqual(credentials);
});

describe('S2 and S14 each problem is one line that names the variable', () => {
  test.each([
    [{ APIFONICA_ACCOUNT_SID: 'acc-test' }, 'APIFONICA_AUTH_TOKEN'],
    [{ APIFONICA_AUTH_TOKEN: secret }, 'APIFONICA_ACCOUNT_SID'],
    [{ ...live, APIFONICA_ACCOUNT_SID: 'acc:test' }, 'APIFONICA_ACCOUNT_SID'],
    [{ ...live, APIFONICA_AUTH_TOKEN_FILE: '/etc/hostname' }, 'APIFONICA_AUTH_TOKEN_FILE'],
    [{ APIFONICA_AUTH_TOKEN_FILE: '/no/such/file' }, '/no/such/file (ENOENT)'],
    [{ ...live, APIFONICA_API_URL: 'api.apifonica.com' }, 'APIFONICA_API_URL'],
    [{ ...live, APIFONICA_API_URL: 'http://api.apifonica.com' }, 'APIFONICA_API_URL'],
    [{ ...live, APIFONICA_API_URL: `https://u:${secret}@api.example` }, 'APIFONICA_API_URL'],
    [{ PORT: '80a' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ HOST: '0.0.0.0', PUBLIC_ORIGIN: 'https://numbers.example' }, 'DASHBOARD_PASSWORD'],
    [{ HOST: '0.0.0.0', DASHBOARD_PASSWORD: 'long-enough' }, 'ALLOW_INSECURE_HTTP'],
    [{ PUBLIC_ORIGIN: 'https://numbers.example' }, 'DASHBOARD_PASSWORD'],
    [{ DASHBOARD_PASSWORD: 'short' }, 'DASHBOARD_PASSWORD'],
    [{ DASHBOARD_PASSWORD_HASH: 'scrypt$1$1$1$x$y' }, 'DASHBOARD_PASSWORD_HASH'],
    [
      { DASHBOARD_PASSWORD: 'long-enough', PUBLIC_ORIGIN: 'https://numbers.example/path' },
      'PUBLIC_ORIGIN',
    ],
    [{ PUBLIC_ORIGIN: 'numbers.example' }, 'PUBLIC_ORIGIN'],
    [{ TRUSTED_PROXIES: '10.0.0.1, proxy' }, 'TRUSTED_PROXIES'],
    [{ ALLOW_TOKEN_REVEAL: 'yes' }, 'ALLOW_TOKEN_REVEAL'],
    [{ ALLOW_TOKEN_REVEAL: 'true', LOG_LEVEL: 'silent' }, 'LOG_LEVEL'],
    [{ DASHBOARD_PASSWORD: 'long-enough', PUBLIC_ORIGIN: 'http://numbers.example' }, 'https'],
    [{ SANDBOX_NUMBERS: '-1' }, 'SANDBOX_NUMBERS'],
    [{ UPSTREAM_CONCURRENCY: '0' }, 'UPSTREAM_CONCURRENCY'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ SANDBOX_SCENARIO: 'quick' }, 'flaky, slow'],
  ])('%j', (env, named) => {
    const { config, problems } = readConfig(env);
    expect(config).toBeNull();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(named);
    expect(problems[0]).not.toMatch(/\n/);
    expect(problems[0]).not.toContain(secret);
  });

  test('all of them at once', () => {
    const { problems } = readConfig({ PORT: 'x', LOG_LEVEL: 'y', APIFONICA_AUTH_TOKEN: secret });
    expect(problems).toHaveLength(3);
  });

  test('http is fine on loopback, where a stand-in may listen', () => {
    const { config } = readConfig({ ...live, APIFONICA_API_URL: 'http://127.0.0.1:9000/api' });
    expect(config?.apiUrl.port).toBe('9000');
  });
});

test.each([
  { DASHBOARD_PASSWORD: 'long-enough', PUBLIC_ORIGIN: 'https://numbers.example' },
  { DASHBOARD_PASSWORD: 'long-enough', ALLOW_INSECURE_HTTP: 'true' },
])('S2 others may reach it with a password and a word on the connection: %j', (env) => {
  expect(readConfig({ HOST: '0.0.0.0', ...env }).config?.host).toBe('0.0.0.0');
});
