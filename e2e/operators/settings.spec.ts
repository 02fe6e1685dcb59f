import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ask } from '../api.ts';
import { test as base, expect } from '../fixtures.ts';
import { runToExit } from '../server.ts';

/** A program in a folder of its own, started in another folder. */
interface Place {
  /** The folder that holds `dist`. */
  program: string;
  dist: string;
  /** The working folder. */
  cwd: string;
  args: string[];
}

const test = base.extend<{ place: Place }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from it.
  place: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'rented-numbers-'));
    const [program, cwd] = [join(folder, 'program'), join(folder, 'elsewhere')];
    await mkdir(cwd, { recursive: true });
    const dist = join(program, 'dist');
    await cp(fileURLToPath(new URL('../../dist', import.meta.url)), dist, { recursive: true });
    await use({ program, dist, cwd, args: [] });
    await rm(folder, { recursive: true });
  },
});

const credentials = 'APIFONICA_ACCOUNT_SID=acc1\nAPIFONICA_AUTH_TOKEN=canary-token\n';

const session = async (url: string) => (await ask(`${url}/api/session`)).json();

for (const [name, folderOf] of Object.entries({
  'beside dist': ({ program }: Place) => program,
  'in dist': ({ dist }: Place) => dist,
  'in the working folder': ({ cwd }: Place) => cwd,
})) {
  test(`O9 .env ${name} is read, and named`, async ({ serve, place }) => {
    const file = join(folderOf(place), '.env');
    await writeFile(file, `\ufeff${credentials}`);
    // Empty variables, which a deployment may pass for settings without a value.
    const empty = { APIFONICA_ACCOUNT_SID: '', APIFONICA_AUTH_TOKEN: '' };
    const server = await serve(empty, place);
    expect(server.line).toContain(`live data of https://api.apifonica.com. Settings: ${file}.`);
    expect(await session(server.url)).toMatchObject({ source: 'live', account_sid: 'acc1' });
    await expect
      .poll(() => server.log())
      .toMatch(new RegExp(`"source":"live","envFiles":\\["${file}"\\],"msg":"started"`));
    const checked = await runToExit(empty, { ...place, args: ['check-config'] });
    expect(checked.stdout).toContain(file);
    expect(server.log() + server.output() + checked.stdout).not.toContain('canary');
  });
}

test('O9 the environment counts before the working folder, and that before the program', async ({
  place,
}) => {
  await writeFile(join(place.cwd, '.env'), 'SANDBOX_NUMBERS=20\nSANDBOX_SEED=20\nPORT=20');
  await writeFile(join(place.program, '.env'), 'SANDBOX_NUMBERS=30\nHOST=127.0.0.30\nPORT=30');
  const env = { PORT: '10', SANDBOX_NUMBERS: '' };
  const { stdout } = await runToExit(env, { ...place, args: ['check-config'] });
  expect(stdout).toContain('sandbox data (20 invented numbers)');
  expect(stdout).toContain('http://127.0.0.30:10');
});

test('O9 a misspelt name is refused, and the nearest one named', async ({ place }) => {
  const file = join(place.program, '.env');
  await writeFile(file, credentials.replace('AUTH_TOKEN', 'AUTH_TOKN'));
  const { code, stdout, stderr } = await runToExit({ SANDBOX_NUMBER: '5' }, place);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^SANDBOX_NUMBER is no setting .* SANDBOX_NUMBERS\.$/m);
  expect(stderr).toContain(`APIFONICA_AUTH_TOKN in ${file} is no setting`);
  expect(stderr).not.toContain('canary');
});

test('O9 REQUIRE_LIVE refuses the sandbox', async ({ place }) => {
  const { code, stdout, stderr } = await runToExit({ REQUIRE_LIVE: 'true' }, place);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^REQUIRE_LIVE is true and no credentials are set: [^\n]+\n$/);
});

test('O9 a report of the checks says that it is about the sandbox', async ({ serve }) => {
  const { url } = await serve({ SANDBOX_NUMBERS: '40' });
  const report = await ask(`${url}/api/checks?fail-on=info`);
  expect(await report.json()).toMatchObject({ source: 'sandbox', total: 40 });
});

test('O12 .env as a folder is one line', async ({ place }) => {
  await mkdir(join(place.cwd, '.env'));
  const { code, stdout, stderr } = await runToExit({}, place);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^\S+\/elsewhere\/\.env is a folder: [^\n]+\n$/);
});

test('O12 .env that is larger than settings can be is one line', async ({ place }) => {
  await writeFile(join(place.cwd, '.env'), `#${'x'.repeat(70_000)}`);
  const { code, stderr } = await runToExit({}, place);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^\S+\/elsewhere\/\.env cannot be read \(EFBIG\): [^\n]+\n$/);
});

test('O21 a secret that would fail later and elsewhere is refused at the start', async ({
  place,
}) => {
  const secrets = {
    APIFONICA_AUTH_TOKEN: [Buffer.from('\ufeffcanary-token\n', 'utf16le'), 'is UTF-16'],
    DASHBOARD_PASSWORD: ['canary-password \n', 'begins or ends with a space'],
    METRICS_TOKEN: ['canary-metrics-token\ncanary-metrics-token\n', 'has more than one line'],
  } as const;
  const env: Record<string, string> = { APIFONICA_ACCOUNT_SID: 'acc1' };
  for (const [name, [content]] of Object.entries(secrets)) {
    const file = join(place.cwd, name);
    await writeFile(file, content);
    env[`${name}_FILE`] = file;
  }
  const { code, stdout, stderr } = await runToExit(env, place);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  const lines = stderr.trimEnd().split('\n');
  expect(lines).toHaveLength(3);
  for (const [name, [, fault]] of Object.entries(secrets)) {
    expect(lines).toContainEqual(
      expect.stringContaining(`${name}_FILE names a file that ${fault}`),
    );
  }
  expect(stderr).not.toContain('canary');
});
