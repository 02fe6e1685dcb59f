import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A port of loopback on which nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export interface TestRedis {
  port: number;
  /** An address for `SHARED_URL`. */
  url: string;
  process: ChildProcess;
  /** Lets the server hang, so that connections stay open and no answer comes. */
  freeze(): void;
  thaw(): void;
  /** Lets the server forget everything. */
  flush(): Promise<void>;
  /** Ends the server at once, without a word to its clients. */
  kill(): Promise<void>;
  /** Starts the server anew on the same port, empty, with further arguments. */
  restart(more?: readonly string[]): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Whether Debian's redis-server can be started here.
 * @throws when it cannot, with `REQUIRE_PROGRAMS=true`.
 */
export const hasRedis = async (): Promise<boolean> => {
  const child = spawn('redis-server', ['--version'], { stdio: 'ignore' });
  const [code] = await Promise.race([once(child, 'exit'), once(child, 'error').then(() => [1])]);
  if (code !== 0 && process.env.REQUIRE_PROGRAMS === 'true') {
    throw new Error('redis-server is not installed.');
  }
  return code === 0;
};

/**
 * For tests: a real redis-server on loopback that keeps nothing on the disk.
 * @param more further arguments, such as `--requirepass` and a password.
 */
export async function startTestRedis(more: readonly string[] = []): Promise<TestRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'rented-numbers-redis-'));
  const port = await freePort();
  let child = await start();

  async function start(other: readonly string[] = []): Promise<ChildProcess> {
    const fixed = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
    const kept = ['--save', '', '--appendonly', 'no'];
    const started = spawn('redis-server', [...fixed, ...kept, ...more, ...other], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ready = new Promise<void>((resolve, reject) => {
      createInterface(started.stdout!).on('line', (line) => {
        if (line.includes('Ready to accept connections')) resolve();
      });
      started.once('error', reject);
      started.once('exit', (code) => reject(new Error(`redis-server ended with ${code}`)));
    });
    await ready;
    return started;
  }

  async function kill() {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    get process() {
      return child;
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    async flush() {
      const socket = connect(port, '127.0.0.1');
      socket.write('FLUSHALL\r\n');
      await once(socket, 'data');
      socket.destroy();
    },
    kill,
    async restart(other) {
      await kill();
      child = await start(other);
    },
    async stop() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
