import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ask } from '../api.ts';
import { expect, test } from '../fixtures.ts';
import { requireProgram } from '../programs.ts';

const readme = fileURLToPath(new URL('../../README.md', import.meta.url));
const alerts = fileURLToPath(new URL('../../.github/alerts.yaml', import.meta.url));

test('O13 where addresses cannot be listed, loopback is answered and the log says so', async ({
  serve,
}) => {
  // The error of Node in a service that may not open AF_NETLINK sockets.
  const refuse = encodeURIComponent(`
    import os from 'node:os';
    import { syncBuiltinESMExports } from 'node:module';
    os.networkInterfaces = () => { throw new Error('uv_interface_addresses returned 97'); };
    syncBuiltinESMExports();
  `);
  const server = await serve({
    NODE_OPTIONS: `--import=data:text/javascript,${refuse}`,
    HOST: '0.0.0.0',
    ALLOW_INSECURE_HTTP: 'true',
    DASHBOARD_PASSWORD: 'correct horse',
  });
  const { port } = new URL(server.url);
  expect((await ask(`http://127.0.0.1:${port}/`)).status).toBe(200);
  await expect.poll(() => server.log()).toContain('addresses of this machine unknown');
});

test('O13 systemd accepts every line of the unit in the README', async () => {
  const analyze = requireProgram('systemd-analyze');
  const [, unit = ''] = /^```ini\n(.*?)^```$/ms.exec(await readFile(readme, 'utf8')) ?? [];
  expect(unit).toMatch(/^RestrictAddressFamilies=.*\bAF_NETLINK\b/m);
  const folder = await mkdtemp(join(tmpdir(), 'rented-numbers-'));
  const file = join(folder, 'rented-numbers.service');
  await writeFile(file, unit.replace('/usr/bin/node', process.execPath));
  const { stdout, stderr } = await promisify(execFile)(analyze, ['verify', file]);
  expect(stdout + stderr).not.toContain('rented-numbers.service');
  await rm(folder, { recursive: true });
});

test('O25 the alert rules name existing metrics and events', async ({ serve }) => {
  const rules = await readFile(alerts, 'utf8');
  const folder = await mkdtemp(join(tmpdir(), 'rented-numbers-'));
  // Two groups are about the history and the shared store; nothing answers as the store.
  const { url } = await serve({ HISTORY: `file:${folder}`, SHARED_URL: 'redis://127.0.0.1:1' });
  const metrics = await (await ask(`${url}/metrics`)).text();
  const named = [...rules.matchAll(/\b([a-z]+(?:_[a-z]+)+)(?=[[{) ])/g)].map(([, name]) => name!);
  expect(named).toContain('store_up');
  expect(named).toContain('snapshot_last_success_timestamp_seconds');
  expect(named.length).toBeGreaterThan(8);
  for (const name of named) {
    expect(metrics).toMatch(new RegExp(`^# TYPE ${name.replace(/_count$/, '')} `, 'm'));
  }
  const events = [...rules.matchAll(/event=~?"([^"]+)"/g)].flatMap(([, list]) => list!.split('|'));
  for (const event of events) expect(metrics).toContain(`security_events_total{event="${event}"}`);
  await rm(folder, { recursive: true });
});
