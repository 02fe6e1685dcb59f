import type { RentedNumber } from '#contract/number.ts';
import { type Environment, startServer } from '../server.ts';
import type { startCountingUpstream } from './counting-upstream.ts';
import { type Reading, readInventory } from './read-inventory.ts';

export type Upstream = Awaited<ReturnType<typeof startCountingUpstream>>;

/** Walks the whole list in a new server. */
export async function walkOnce(env: Environment): Promise<Reading> {
  const server = await startServer(env);
  try {
    return await readInventory(server.url);
  } finally {
    server.process.kill('SIGKILL');
  }
}

/** One whole load. */
export interface Walk {
  everyRowMs: number;
  wholeMs: number;
  /** Requests that arrived, and the most of them at once. */
  requests: number;
  mostInFlight: number;
  /** Whether every row came, and no other. */
  isWhole: boolean;
}

/** Loads all rows of an upstream at a concurrency, and takes the upstream's counts. */
export async function measureWalk(
  upstream: Upstream,
  rows: readonly RentedNumber[],
  concurrency: number,
): Promise<Walk> {
  upstream.takeCounts();
  const reading = await walkOnce({
    APIFONICA_ACCOUNT_SID: 'acc-bench',
    APIFONICA_AUTH_TOKEN: 'a-token-of-the-bench',
    APIFONICA_API_URL: upstream.url,
    LOG_LEVEL: 'info',
    UPSTREAM_CONCURRENCY: String(concurrency),
  });
  const { everyRowMs, wholeMs } = reading;
  const isWhole =
    reading.rows.size === rows.length &&
    rows.every(({ number_sid }) => reading.rows.has(number_sid));
  return { everyRowMs, wholeMs, ...upstream.takeCounts(), isWhole };
}
