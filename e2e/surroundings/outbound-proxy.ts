import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { freePort } from '../free-port.ts';

interface ProxyOptions {
  /** The only port to which the proxy connects. */
  connectPort: number;
  /** The credentials, as `user password`; without, everybody on this machine may use the proxy. */
  login?: string;
}

const accepts = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

/** A tinyproxy on loopback; the tests use its CONNECT only. */
export async function startProxy(tinyproxy: string, { connectPort, login }: ProxyOptions) {
  const folder = mkdtempSync(join(tmpdir(), 'rented-numbers-proxy-'));
  const port = await freePort();
  const configuration = [
    `Port ${port}`,
    'Listen 127.0.0.1',
    'Timeout 60',
    'LogLevel Connect',
    `ConnectPort ${connectPort}`,
    ...(login === undefined ? [] : [`BasicAuth ${login}`]),
  ];
  const file = join(folder, 'tinyproxy.conf');
  writeFileSync(file, `${configuration.join('\n')}\n`);
  const child = spawn(tinyproxy, ['-d', '-c', file], { stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
  }
  await expect.poll(() => accepts(port), { message: 'tinyproxy listens' }).toBe(true);
  return {
    /** `host:port` */
    address: `127.0.0.1:${port}`,
    log: () => log,
    async stop() {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      rmSync(folder, { recursive: true });
    },
  };
}
