import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { History, Snapshot } from '#contract/history.ts';
import { ask } from '../api.ts';
import { expect } from '../fixtures.ts';
import { runToExit, type Server } from '../server.ts';
import { kill } from '../team/replicas.ts';
import { accountSid, test } from './vendor.ts';

const history = async ({ url }: Server): Promise<History> =>
  (await ask(`${url}/api/history`)).json() as Promise<History>;

const post = ({ url }: Server) => ask(`${url}/api/history`, { method: 'POST' });

async function take(server: Server): Promise<Snapshot> {
  const response = await post(server);
  expect(response.status).toBe(201);
  return response.json() as Promise<Snapshot>;
}

/** Leaves the note of a server that saw the account long ago, so that runs were missed since. */
async function missRuns(folder: string) {
  await mkdir(join(folder, '.keeper'), { recursive: true });
  const runs = { since: '2026-01-01T00:00:00.000Z', failed: null };
  await writeFile(join(folder, '.keeper', `${accountSid}.runs.json`), JSON.stringify(runs));
}

test('a server killed in a walk leaves nothing, and the next one catches the run up', async ({
  folder,
  vendor,
  serve,
}) => {
  test.slow();
  await missRuns(folder);
  const env = { ...vendor.env, HISTORY: `file:${folder}` };
  const first = await serve({ ...env, HISTORY_SCHEDULE: 'off' });
  const held = new Promise<void>((resolve) => {
    vendor.answer = (request, response) => {
      if (request.url?.includes('next=')) resolve();
      else vendor.honest(request, response);
    };
  });
  void post(first).catch(() => {});
  await held;
  expect(await history(first)).toMatchObject({ snapshots: [], isTaking: true });
  await kill(first);

  vendor.answer = vendor.honest;
  const second = await serve(env);
  // The lease of the killed one lasts for fifteen seconds.
  await expect
    .poll(() => history(second), { timeout: 60_000 })
    .toMatchObject({ snapshots: [{ total: 120, status: 'kept' }], isTaking: false, failed: null });
  expect((await history(second)).next).toMatch(/T03:17:00\.000Z$/);
});

test('of two servers that share a folder one takes the run that was missed', async ({
  folder,
  vendor,
  serve,
}) => {
  await missRuns(join(folder, 'shared'));
  const env = { ...vendor.env, HISTORY: `file:${join(folder, 'shared')}` };
  const servers = await Promise.all([serve(env), serve(env)]);
  for (const server of servers) {
    await expect.poll(() => history(server)).toMatchObject({ snapshots: [{ total: 120 }] });
  }
  const requests = vendor.requests();
  const alone = await serve({ ...vendor.env, HISTORY: `file:${join(folder, 'alone')}` });
  await take(alone);
  expect(requests).toBe(vendor.requests() - requests);
  const lines = servers.map((server) => server.log().match(/"msg":"snapshot"/g)?.length ?? 0);
  expect(lines.toSorted()).toEqual([0, 1]);
});

test('a list of the other server is there at once, and metrics tell of both', async ({
  keeping,
  vendor,
  serve,
}) => {
  const [one, other] = await Promise.all([serve(keeping), serve(keeping)]);
  await take(one);
  vendor.numbers.remove(3);
  const second = await take(other);
  expect(second).toMatchObject({ total: 119, gone: 1 });
  expect((await history(one)).snapshots[0]).toEqual(second);
  const metrics = async ({ url }: Server) => (await ask(`${url}/metrics`)).text();
  await expect.poll(() => metrics(other)).toContain('numbers{account="main"} 119');
  expect(await metrics(other)).toContain('numbers_gone_total 1');
  expect(await metrics(one)).toContain('numbers_gone_total 0');
  const seconds = Math.floor(Date.parse(second.asOf) / 1000);
  expect(await metrics(other)).toContain(
    `snapshot_last_success_timestamp_seconds{account="main"} ${seconds}`,
  );
});

test('an account is purged, and nothing of another', async ({ folder, keeping, serve }) => {
  const server = await serve(keeping);
  await take(server);
  await kill(server);
  await mkdir(join(folder, 'acc-other'));
  const purge = (account: string) =>
    runToExit(keeping, { args: ['--no-env-file', 'history', 'purge', account] });
  expect(await purge('acc-nobody')).toMatchObject({
    code: 1,
    stderr: `There is no history of acc-nobody in ${folder}. Kept there: main (${accountSid}).\n`,
  });
  expect(await purge('acc-other')).toMatchObject({ code: 1 });
  expect(await purge('main')).toEqual({
    code: 0,
    stdout: `Removed the history of main in ${folder}.\n`,
    stderr: '',
  });
  expect(await readdir(folder)).not.toContain(accountSid);
  expect(await readdir(folder)).toContain('acc-other');
  expect(await history(await serve(keeping))).toMatchObject({ snapshots: [], failed: null });
});

/** Node code that makes the file system one without hard links, such as FAT, for a process. */
const withoutLinks = `
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
fs.link = async () => {
  throw Object.assign(new Error('link'), { code: 'EPERM' });
};
syncBuiltinESMExports();`;

for (const [what, env, line] of [
  [
    'no hard links',
    { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(withoutLinks)}` },
    /^HISTORY: \/\S+ is on a file system without hard links\. Name a folder on another one\.\n$/,
  ],
  ['the schedule', { HISTORY_SCHEDULE: '61 3 * * *' }, /^HISTORY_SCHEDULE cannot be read; .*\n$/],
  [
    'the time zone',
    { HISTORY_TZ: 'Mars/Base' },
    /^HISTORY_TZ must be the name of a time zone, .*\n$/,
  ],
  [
    'an address without a secret',
    { NOTIFY_WEBHOOK_URL: 'https://hooks.example' },
    /^NOTIFY_WEBHOOK_URL and .* belong together.*\n$/,
  ],
  ['the folder', { HISTORY: 'file:/dev/null/nowhere' }, /^[^\n]*\/dev\/null\/nowhere[^\n]*\n$/],
  [
    'a setting that is none',
    { HISTORY_DIR: '/var/lib' },
    /^HISTORY_DIR is no setting .* HISTORY\.\n$/,
  ],
] as const) {
  test(`one line says why it does not start: ${what}`, async ({ folder }) => {
    const { code, stdout, stderr } = await runToExit({ HISTORY: `file:${folder}`, ...env });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(line);
    const checked = await runToExit(
      { HISTORY: `file:${folder}`, ...env },
      { args: ['--no-env-file', 'check-config'] },
    );
    expect(checked).toEqual({ code, stdout, stderr });
  });
}
