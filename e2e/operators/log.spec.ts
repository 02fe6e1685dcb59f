import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ask } from '../api.ts';
import { expect, test } from '../fixtures.ts';

const main = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));

/** Starts the built server with a given standard error. */
async function serveTo(standardError: number | 'pipe') {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, PORT: '0', SANDBOX_NUMBERS: '300', SANDBOX_LATENCY_MS: '0' },
    stdio: ['ignore', 'pipe', standardError],
  });
  const [line] = (await once(createInterface(child.stdout!), 'line')) as [string];
  return { child, url: /http:\/\/\S+/.exec(line)?.[0] ?? '' };
}

async function stop(child: ChildProcess): Promise<number | null> {
  const exit = once(child, 'exit') as Promise<[number | null]>;
  child.kill('SIGTERM');
  return (await exit)[0];
}

const lostLines = async (url: string) =>
  Number(/^log_lines_lost_total (\d+)$/m.exec(await (await ask(`${url}/metrics`)).text())?.[1]);

async function expectService(url: string) {
  for (let requests = 0; requests < 20; requests += 1) {
    expect((await ask(`${url}/api/numbers?limit=1`)).status).toBe(200);
  }
  const walk = await (await ask(`${url}/api/inventory`)).text();
  expect(JSON.parse(walk.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
    event: 'done',
    total: 300,
  });
}

test('O1 on a full disk log lines are lost and counted, and the service goes on', async () => {
  const full = openSync('/dev/full', 'w');
  const { child, url } = await serveTo(full);
  closeSync(full);
  try {
    await expectService(url);
    expect(await lostLines(url)).toBeGreaterThan(20);
  } finally {
    expect(await stop(child)).toBe(0);
  }
});

test('O1 a log that nobody reads holds nobody up', async () => {
  const { child, url } = await serveTo('pipe');
  try {
    // A pipe holds 64 KiB, and the process some more before it loses a line.
    for (let requests = 0; requests < 15; requests += 1) {
      const answers = Array.from({ length: 100 }, () => ask(`${url}/nothing/${'x'.repeat(190)}`));
      for (const { status } of await Promise.all(answers)) expect(status).toBe(404);
    }
    await expectService(url);
    expect(await lostLines(url)).toBeGreaterThan(0);
  } finally {
    expect(await stop(child)).toBe(0);
  }
});

test('O1 when the reader of the log has gone, only the log is lost', async () => {
  const { child, url } = await serveTo('pipe');
  child.stderr!.destroy();
  try {
    await expectService(url);
    expect(await lostLines(url)).toBeGreaterThan(20);
  } finally {
    expect(await stop(child)).toBe(0);
  }
});
