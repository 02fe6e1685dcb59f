import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mergeTests } from '@playwright/test';
import { expect, test as withDashboard } from '../faults/dashboard.ts';
import { type Options, test as withServers } from '../fixtures.ts';
import { freePort } from '../free-port.ts';
import { requireProgram } from '../programs.ts';
import { type Certificate, createAuthority } from './certificates.ts';
import { type ProxyName, proxies } from './proxies.ts';

/** Names that lead to this machine in these tests only. */
const names = ['numbers.lan', 'numbers.example', 'tools.example'] as const;

/** A proxy with a block of the README, in front of a dashboard that starts later. */
export interface RunningProxy {
  port: number;
  /** The public address, with or without a path. */
  publicOrigin: string;
  /** The dashboard's settings for this proxy. */
  env: Record<string, string>;
  start(dashboardUrl: string): Promise<void>;
  stop(): Promise<void>;
}

export interface Fixtures {
  /** Prepares a proxy; after the test its program is ended and its files are removed. */
  proxyOf: (
    name: ProxyName,
    path?: '' | '/numbers',
    changed?: (configuration: string) => string,
  ) => Promise<RunningProxy>;
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const isOpen = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  return isOpen;
}

/** Runs a program in the foreground, and waits until it listens. */
async function run([program, args]: [string, string[]], port: number, folder: string) {
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const isReady = async () => child.exitCode !== null || (await isListening(port));
  await expect.poll(isReady, { intervals: [20] }).toBe(true);
  if (child.exitCode !== null) throw new Error(`${program} ended: ${said}`);
  return child;
}

async function end(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

export const test = mergeTests(withDashboard, withServers).extend<
  Fixtures & Options,
  { certificate: Certificate }
>({
  launchOptions: [
    ({ launchOptions }, use) => {
      const rules = names.map((name) => `MAP ${name} 127.0.0.1`).join(', ');
      const args = [...(launchOptions.args ?? []), `--host-resolver-rules=${rules}`];
      return use({ ...launchOptions, args });
    },
    { scope: 'worker' },
  ],
  // Browsers do not trust the authority of the tests.
  ignoreHTTPSErrors: true,

  certificate: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from it.
    async ({}, use) => {
      const authority = createAuthority(requireProgram('OpenSSL'));
      await use(authority.issue(names));
      authority.remove();
    },
    { scope: 'worker' },
  ],

  proxyOf: async ({ certificate }, use) => {
    const ending: (() => Promise<void>)[] = [];
    await use(async (name, path = '', changed = (text) => text) => {
      requireProgram(name);
      const proxy = proxies[name];
      const folder = mkdtempSync(join(tmpdir(), 'rented-numbers-proxy-'));
      const file = join(folder, proxy.file);
      const port = await freePort();
      const host = path === '' ? 'numbers.example' : 'tools.example';
      const publicOrigin = `https://${host}:${port}${path}`;
      let child: ChildProcess | undefined;
      const stop = async () => child && (await end(child));
      ending.push(async () => {
        await stop();
        rmSync(folder, { recursive: true });
      });
      return {
        port,
        publicOrigin,
        env: {
          DASHBOARD_PASSWORD: 'correct horse',
          PUBLIC_ORIGIN: publicOrigin,
          TRUSTED_PROXIES: '127.0.0.1',
        },
        async start(dashboardUrl) {
          const dashboard = new URL(dashboardUrl).host;
          const place = { folder, port, dashboard, certificate };
          writeFileSync(file, changed(proxy.configuration(place, path)));
          child = await run(proxy.command(file, folder), port, folder);
        },
        stop,
      };
    });
    for (const endOne of ending) await endOne();
  },
});

export { expect };
