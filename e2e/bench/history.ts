import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask } from '../api.ts';
import { startServer } from '../server.ts';
import { fillHistory } from './fill-history.ts';
import type { Outcome } from './outcome.ts';
import { median, round } from './statistics.ts';

const accountSid = 'acc-bench';
const days = 400;
const size = 100_000;
const mostMs = 1500;
const mostBlockMs = 50;
const mostBytes = 55;
const rounds = 5;
/** The newest day, one in the middle, the one farthest from a whole list, and the oldest. */
const opened = [days, 200, 150, 1];

/** The longest time that the event loop was held since the last question, in milliseconds. */
async function longestBlock(url: string): Promise<number> {
  const text = await (await ask(`${url}/metrics`)).text();
  return 1000 * Number(/^nodejs_eventloop_lag_max_seconds (.*)$/m.exec(text)?.[1]);
}

async function open(url: string, seq: number): Promise<number> {
  const started = performance.now();
  const response = await ask(`${url}/api/history/list?seq=${seq}`);
  let end = '';
  for await (const part of response.body!) end = Buffer.from(part.slice(-400)).toString();
  const last = JSON.parse(end.trim().split('\n').at(-1)!);
  if (last.event !== 'done' || last.total !== size) throw new Error(`Day ${seq} ended with ${end}`);
  return performance.now() - started;
}

/** Opening days of a long history: the time to the last row, and how long the server was held. */
export async function benchHistory(): Promise<Outcome> {
  const path = await mkdtemp(join(tmpdir(), 'rented-numbers-history-'));
  const { bytesOfRow, bytesOfDay } = await fillHistory({
    path,
    accountSid,
    days,
    size,
    ofEach: 50,
  });
  const server = await startServer({
    HISTORY: `file:${path}`,
    HISTORY_SCHEDULE: 'off',
    APIFONICA_ACCOUNT_SID: accountSid,
    APIFONICA_AUTH_TOKEN: 'bench',
    APIFONICA_API_URL: 'http://127.0.0.1:9',
    LOG_LEVEL: 'error',
  });
  try {
    const times = new Map(opened.map((seq) => [seq, [] as number[]]));
    for (const seq of opened) await open(server.url, seq);
    const idle = await longestBlock(server.url);
    for (let at = 0; at < rounds; at += 1) {
      for (const seq of opened) times.get(seq)!.push(await open(server.url, seq));
    }
    const block = await longestBlock(server.url);
    const medians = opened.map((seq) => median(times.get(seq)!));
    const words = opened.map((seq, at) => `day ${seq} ${round(medians[at]!)} ms`).join(', ');
    return {
      measured: `${words}; ${round(bytesOfRow, 1)} bytes a row, ${round(bytesOfDay / 1000, 1)} kB a day of 150 changes; the event loop was held for at most ${round(block)} ms`,
      reached: Math.max(...medians) <= mostMs && bytesOfRow <= mostBytes && block <= mostBlockMs,
      figures: { times: Object.fromEntries(times), bytesOfRow, bytesOfDay, block, idle },
    };
  } finally {
    server.process.kill('SIGKILL');
    await rm(path, { recursive: true, force: true });
  }
}
