import { once } from 'node:events';
import { Agent, get } from 'node:http';
import type { NumberPage } from '#contract/number.ts';
import { type Server, startServer } from '../server.ts';
import { hasNginx, startNginx } from './nginx.ts';
import { toWire } from './to-wire.ts';

const warmUp = 2000;
const rounds = 9;
const requestsEach = 400;

/** What an uncached page of 20 numbers costs behind the dashboard; microseconds, each a p50. */
export interface LatencyResult {
  directUs: number;
  nginxUs: number;
  dashboardUs: number;
  /** What the dashboard adds to the upstream, as a multiple of what nginx adds. */
  ratio: number;
  bodyBytes: number;
}

async function stop({ process: child }: Server): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

/** A page of the sandbox, as the vendor sends it. */
async function wirePage(): Promise<string> {
  const server = await startServer({ SANDBOX_NUMBERS: '20', LOG_LEVEL: 'warn' });
  const headers = { 'x-requested-by': 'bench' };
  const page = (await (await fetch(`${server.url}/api/numbers`, { headers })).json()) as NumberPage;
  await stop(server);
  return JSON.stringify({ limit: 20, prev: null, next: null, numbers: page.numbers.map(toWire) });
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** One client with one connection that it keeps; the time of each answer, in microseconds. */
function createClient(url: string, headers: Record<string, string>) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = () =>
    new Promise<number>((resolve, reject) => {
      const started = performance.now();
      get(url, { agent, headers }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`${url}: ${response.statusCode}`));
        response.resume().once('end', () => resolve((performance.now() - started) * 1000));
      }).once('error', reject);
    });
  return {
    async times(count: number): Promise<number[]> {
      const times: number[] = [];
      while (times.length < count) times.push(await ask());
      return times;
    },
    close: () => agent.destroy(),
  };
}

/**
 * Asks for one page directly, through nginx and through the built server, in turns.
 * @returns null and why, where there is no nginx to compare with.
 */
export async function benchLatency(): Promise<
  { result: LatencyResult; reason: null } | { result: null; reason: string }
> {
  if (!hasNginx()) return { result: null, reason: 'nginx is not installed' };
  const body = await wirePage();
  const nginx = await startNginx(body);
  const server = await startServer({
    APIFONICA_ACCOUNT_SID: 'acc-bench',
    APIFONICA_AUTH_TOKEN: 'a-token-of-the-bench',
    APIFONICA_API_URL: nginx.direct,
    LOG_LEVEL: 'info',
  });
  const list = '/v2/accounts/acc-bench/numbers?limit=20';
  // Around the memory of recent pages.
  const uncached = { 'x-requested-by': 'bench', 'cache-control': 'no-cache' };
  const clients = [
    createClient(nginx.direct + list, {}),
    createClient(nginx.proxied + list, {}),
    createClient(`${server.url}/api/numbers`, uncached),
  ];
  try {
    for (const client of clients) await client.times(warmUp);
    const medians = clients.map((): number[] => []);
    for (let round = 0; round < rounds; round += 1) {
      for (const [at, client] of clients.entries()) {
        medians[at]?.push(median(await client.times(requestsEach)));
      }
    }
    const [directUs = 0, nginxUs = 0, dashboardUs = 0] = medians.map(median);
    const ratio = (dashboardUs - directUs) / (nginxUs - directUs);
    const bodyBytes = Buffer.byteLength(body);
    return { result: { directUs, nginxUs, dashboardUs, ratio, bodyBytes }, reason: null };
  } finally {
    for (const client of clients) client.close();
    await stop(server);
    await nginx.close();
  }
}
