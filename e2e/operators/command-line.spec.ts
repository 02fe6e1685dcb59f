import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '../fixtures.ts';
import { runToExit } from '../server.ts';

const { version, engines } = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../package.json', import.meta.url)), 'utf8'),
) as { version: string; engines: { node: string } };

const run = (...args: string[]) => runToExit({}, { args });

for (const args of [['--help'], ['-h'], ['help'], ['check-config', '--help']]) {
  test(`O22 ${args.join(' ')} says what there is, and starts nothing`, async () => {
    const { code, stdout, stderr } = await run(...args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const word of ['check-config', 'hash-password', '--version', '--no-env-file', '.env']) {
      expect(stdout).toContain(word);
    }
  });
}

for (const arg of ['--version', '-v', 'version']) {
  test(`O22 ${arg} says which it is`, async () => {
    expect(await run(arg)).toEqual({ code: 0, stdout: `Rented Numbers ${version}\n`, stderr: '' });
  });
}

for (const [args, words] of [
  [['check-confg'], ['check-confg', 'check-config']],
  [['hashpassword'], ['hashpassword', 'hash-password']],
  [['start'], ['start', 'serve']],
  [['--hlep'], ['--hlep', '--help']],
  [['--versoin'], ['--versoin', '--version']],
  [['-x'], ['-x', '--']],
  [
    ['--port', '80'],
    ['--port', '--'],
  ],
  [['--help=yes'], ['--help', 'no value']],
  [
    ['check-config', 'now'],
    ['check-config', 'nothing after'],
  ],
] as const) {
  test(`O22 ${args.join(' ')} is refused in a line that names the nearest`, async () => {
    const { code, stdout, stderr } = await run(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^[^\n]+\n$/);
    for (const word of words) expect(stderr).toContain(word);
  });
}

test('O22 a password as an argument is refused and not repeated', async () => {
  const { code, stderr } = await run('hash-password', 'correct-horse');
  expect(code).toBe(2);
  expect(stderr).not.toContain('correct-horse');
});

test('O22 an old Node prints in one line which version is needed', async () => {
  // An old Node reads the first file only; this Node pretends to be old.
  const pretend = encodeURIComponent(
    "Object.defineProperty(process.versions, 'node', { value: '18.20.8' })",
  );
  const { code, stdout, stderr } = await runToExit({
    NODE_OPTIONS: `--import=data:text/javascript,${pretend}`,
  });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toBe('Rented Numbers needs Node 20.19 or newer; this is Node 18.20.8.\n');
  expect(engines.node).toBe('>=20.19');
  const first = readFileSync(
    fileURLToPath(new URL('../../dist/server/main.js', import.meta.url)),
    'utf8',
  );
  // Static imports would be loaded before anything runs, and an old Node does not know these
  // operators.
  expect(first).not.toMatch(/^\s*import\b(?!\()|\?\?|\?\.|\|\|=|&&=|\bawait\b|#/m);
});

test('O22 check-config says what would run, without any secret', async () => {
  const secrets = {
    APIFONICA_AUTH_TOKEN: 'canary-token',
    DASHBOARD_PASSWORD: 'canary-password',
    METRICS_TOKEN: 'canary-metrics-token',
  };
  const { code, stdout, stderr } = await runToExit(
    {
      ...secrets,
      APIFONICA_ACCOUNT_SID: 'acc1',
      HOST: '127.0.0.2',
      PORT: '4711',
      PUBLIC_ORIGIN: 'https://numbers.example',
      TRUSTED_PROXIES: '10.0.0.0/8',
    },
    { args: ['check-config', '--no-env-file'] },
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^source +live data of https:\/\/api\.apifonica\.com, account acc1$/m);
  expect(stdout).toMatch(/^address +http:\/\/127\.0\.0\.2:4711$/m);
  expect(stdout).toMatch(/^sign-in +by password$/m);
  expect(stdout).toMatch(/^public address +https:\/\/numbers\.example\/$/m);
  expect(stdout).toMatch(/^trusted proxies +10\.0\.0\.0\/8$/m);
  expect(stdout).toMatch(/^\.env read +none$/m);
  for (const secret of Object.values(secrets)) expect(stdout).not.toContain(secret);
});

test('O22 check-config names every problem, and nothing else', async () => {
  const { code, stdout, stderr } = await runToExit(
    {
      PORT: 'x',
      LOG_LEVEL: 'loud',
      APIFONICA_AUTH_TOKEN: 'canary-token',
      DASHBOARD_PASSWORD: 'canary',
      DASHBORD_PASSWORD: 'canary-password',
      METRICS_TOKEN: 'canary\n',
      TRUSTED_PROXIES: 'proxy',
      SANDBOX_NUMBERS: '-1',
      REQUIRE_LIVE: 'perhaps',
    },
    { args: ['check-config', '--no-env-file'] },
  );
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  const lines = stderr.trimEnd().split('\n');
  for (const name of [
    'PORT',
    'LOG_LEVEL',
    'APIFONICA_ACCOUNT_SID',
    'DASHBOARD_PASSWORD must',
    'DASHBORD_PASSWORD',
    'METRICS_TOKEN',
    'TRUSTED_PROXIES',
    'SANDBOX_NUMBERS',
    'REQUIRE_LIVE',
  ]) {
    expect(lines.filter((line) => line.includes(name)).length, name).toBeGreaterThan(0);
  }
  expect(stderr).not.toContain('canary');
});
