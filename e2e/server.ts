import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { ownDatabase } from '../src/server/shared/common-test-redis.ts';

export type Environment = Record<string, string>;

/** The built server in a process of its own, with its own sandbox, on a free port. */
export interface Server {
  url: string;
  /** The line that the server printed when it was ready. */
  line: string;
  /** The whole standard output, and the whole log, so far. */
  output(): string;
  log(): string;
  process: ChildProcessByStdio<null, Readable, Readable>;
}

export interface ServerPlace {
  /** The folder of the build to run. */
  dist: string;
  /** The working folder. */
  cwd: string;
  /** The arguments of the program. */
  args: readonly string[];
}

const here: ServerPlace = {
  dist: fileURLToPath(new URL('../dist', import.meta.url)),
  cwd: fileURLToPath(new URL('.', import.meta.url)),
  // Without this option, a developer's own .env would make the tests use a real account.
  args: ['--no-env-file'],
};

const defaults: Environment = {
  PORT: '0',
  SANDBOX_NUMBERS: '500',
  SANDBOX_LATENCY_MS: '0',
  LOG_LEVEL: 'debug',
};

function launch(env: Environment, { dist, cwd, args }: ServerPlace) {
  const sharedUrl = ownDatabase(Number(process.env.TEST_WORKER_INDEX));
  const shared: Environment = sharedUrl === undefined ? {} : { SHARED_URL: sharedUrl };
  const child = spawn(process.execPath, [`${dist}/server/main.js`, ...args], {
    cwd,
    env: { PATH: process.env.PATH, ...defaults, ...shared, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      written[name] += text;
    });
  }
  return { child, written };
}

/** Starts a server and waits until it prints that it is ready. */
export async function startServer(
  env: Environment,
  place: Partial<ServerPlace> = {},
): Promise<Server> {
  const { child, written } = launch(env, { ...here, ...place });
  const [line] = await Promise.race([
    once(createInterface(child.stdout), 'line') as Promise<[string]>,
    once(child, 'exit').then(() =>
      Promise.reject(new Error(`The server did not start: ${written.stderr}`)),
    ),
  ]);
  const url = /http:\/\/\S+/.exec(line)?.[0];
  if (!url) throw new Error(`No address in: ${line}`);
  return { url, line, output: () => written.stdout, log: () => written.stderr, process: child };
}

/** Runs a server that is expected to end by itself, and returns its exit code and output. */
export async function runToExit(env: Environment, place: Partial<ServerPlace> = {}) {
  const { child, written } = launch(env, { ...here, ...place });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...written };
}
