import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { test as base, expect } from '@playwright/test';

const main = fileURLToPath(new URL('../dist/server/main.js', import.meta.url));

/** The built server in a process of its own, with its own sandbox, on a free port. */
export interface Server {
  url: string;
  /** Everything it has logged so far. */
  log(): string;
  process: ChildProcessByStdio<null, Readable, Readable>;
}

export type Environment = Record<string, string>;

const defaults: Environment = {
  PORT: '0',
  SANDBOX_NUMBERS: '500',
  SANDBOX_LATENCY_MS: '0',
  LOG_LEVEL: 'debug',
};

async function startServer(env: Environment): Promise<Server> {
  const child = spawn(process.execPath, [main], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    env: { PATH: process.env.PATH, ...defaults, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  const [line] = await Promise.race([
    once(createInterface(child.stdout), 'line') as Promise<[string]>,
    once(child, 'exit').then(() => Promise.reject(new Error(`The server did not start: ${log}`))),
  ]);
  const url = /http:\/\/\S+/.exec(line)?.[0];
  if (!url) throw new Error(`No address in: ${line}`);
  return { url, log: () => log, process: child };
}

interface Fixtures {
  /** Starts a server for this test; it is stopped afterwards. */
  serve: (env?: Environment) => Promise<Server>;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from it.
  serve: async ({}, use) => {
    const servers: Server[] = [];
    await use(async (env = {}) => {
      const server = await startServer(env);
      servers.push(server);
      return server;
    });
    for (const { process: child } of servers) {
      if (child.exitCode !== null) continue;
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  },
});

export { expect };
