import type { NumberPage } from '#contract/number.ts';
import { startServer } from '../server.ts';
import { startNginx } from './nginx.ts';
import type { Outcome } from './outcome.ts';
import { startBareProxy } from './start-bare-proxy.ts';
import { median, round } from './statistics.ts';
import { createTimedClient } from './timed-client.ts';
import { toWire } from './to-wire.ts';

const mostRatio = 2;
const warmUp = 2000;
const rounds = 9;
const requestsEach = 400;

/** A page of the sandbox, as the vendor sends it. */
async function wirePage(): Promise<string> {
  const server = await startServer({ SANDBOX_NUMBERS: '20', LOG_LEVEL: 'warn' });
  try {
    const headers = { 'x-requested-by': 'bench' };
    const response = await fetch(`${server.url}/api/numbers`, { headers });
    const { numbers } = (await response.json()) as NumberPage;
    return JSON.stringify({ limit: 20, prev: null, next: null, numbers: numbers.map(toWire) });
  } finally {
    server.process.kill('SIGKILL');
  }
}

type Client = ReturnType<typeof createTimedClient>;

/**
 * The p50 of each client. The clients take turns, so that other work of the machine affects all of
 * them.
 */
async function medians<K extends string>(clients: Record<K, Client>): Promise<Record<K, number>> {
  const all = Object.entries<Client>(clients).map(([name, client]) => ({
    name,
    client,
    p50s: [] as number[],
  }));
  for (const { client } of all) await client.times(warmUp);
  for (let at = 0; at < rounds; at += 1) {
    for (const { client, p50s } of all) p50s.push(median(await client.times(requestsEach)));
  }
  const entries = all.map(({ name, p50s }) => [name, median(p50s)]);
  return Object.fromEntries(entries) as Record<K, number>;
}

/**
 * The time that the built server adds to a page of 20 numbers, as a multiple of the time that a
 * proxy in Node adds which only passes bytes on. nginx stands in for the API. The cache of recent
 * pages is skipped; the numbers themselves are known to the server, as when an inventory is read
 * again.
 */
export async function benchLatency(): Promise<Outcome> {
  const body = await wirePage();
  const nginx = await startNginx(body);
  const list = '/v2/accounts/acc-bench/numbers?limit=20';
  const bare = await startBareProxy(nginx.url + list);
  const server = await startServer({
    APIFONICA_ACCOUNT_SID: 'acc-bench',
    APIFONICA_AUTH_TOKEN: 'a-token-of-the-bench',
    APIFONICA_API_URL: nginx.url,
    // No log line for each request, like nginx here.
    LOG_LEVEL: 'warn',
  });
  const clients = {
    direct: createTimedClient(nginx.url + list),
    bare: createTimedClient(bare.url),
    ours: createTimedClient(`${server.url}/api/numbers`, {
      'x-requested-by': 'bench',
      'cache-control': 'no-cache',
    }),
  };
  try {
    const us = await medians(clients);
    const added = (name: keyof typeof us) => us[name] - us.direct;
    const ratio = added('ours') / added('bare');
    return {
      measured: `${round(ratio, 1)} times (${round(added('ours'))} µs against ${round(added('bare'))} µs)`,
      reached: ratio <= mostRatio,
      figures: { ratio, p50Us: us, bodyBytes: Buffer.byteLength(body) },
    };
  } finally {
    for (const client of Object.values(clients)) client.close();
    server.process.kill('SIGKILL');
    bare.close();
    await nginx.close();
  }
}
