import { once } from 'node:events';
import { type Environment, type Server, startServer } from '../server.ts';
import { startCountingUpstream } from './counting-upstream.ts';
import { readInventory } from './read-inventory.ts';

const numbers = 10_000;
const latencyMs = 50;
const concurrencies = [1, 4, 16];

/** One whole load, beside the serial one of the same run. */
export interface WalkResult {
  /** `UPSTREAM_CONCURRENCY`. */
  concurrency: number;
  /** Whether every row came, and no other. */
  isWhole: boolean;
  /** Milliseconds until the last new row, and until the proof. */
  everyRowMs: number;
  wholeMs: number;
  /** Requests the upstream counted, and how many times the fewest possible that is. */
  requests: number;
  requestsRatio: number;
  mostInFlight: number;
  /** How many times sooner than serial the last new row came. */
  rowsSooner: number;
  /**
   * How many times sooner than serial the proof was there, as a share of what the longest of its
   * chains allows (serial pages / pages of that chain).
   */
  shareOfBound: number;
}

async function stop({ process: child }: Server): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

/** The sandbox's numbers, in the order of its list. */
async function sandboxRows() {
  const server = await startServer({
    SANDBOX_NUMBERS: String(numbers),
    UPSTREAM_CONCURRENCY: '1',
    LOG_LEVEL: 'warn',
  });
  try {
    return [...(await readInventory(server.url)).rows.values()];
  } finally {
    await stop(server);
  }
}

const either = [true, false];
const capabilities = either.flatMap((voice) => either.map((messaging) => ({ voice, messaging })));

/**
 * Loads the sandbox's 10,000 numbers at 50 ms a request with the built server, once for each
 * concurrency, each time in a process that has walked nothing before. The upstream is one of the
 * bench's own with the sandbox's rows, because it has to count what really arrives.
 */
export async function benchWalk(): Promise<WalkResult[]> {
  const rows = await sandboxRows();
  const sids = new Set(rows.map(({ number_sid }) => number_sid));
  const upstream = await startCountingUpstream(rows, latencyMs);
  const env: Environment = {
    APIFONICA_ACCOUNT_SID: 'acc-bench',
    APIFONICA_AUTH_TOKEN: 'a-token-of-the-bench',
    APIFONICA_API_URL: upstream.url,
    LOG_LEVEL: 'info',
  };
  const least = upstream.pages();
  const bound = least / Math.max(...capabilities.map((one) => upstream.pages(one)));

  const results: WalkResult[] = [];
  for (const concurrency of concurrencies) {
    const server = await startServer({ ...env, UPSTREAM_CONCURRENCY: String(concurrency) });
    try {
      upstream.takeCounts();
      const reading = await readInventory(server.url);
      const { requests, mostInFlight } = upstream.takeCounts();
      const { everyRowMs, wholeMs } = reading;
      const serial = results[0] ?? reading;
      results.push({
        concurrency,
        isWhole:
          reading.rows.size === sids.size && [...reading.rows.keys()].every((sid) => sids.has(sid)),
        everyRowMs,
        wholeMs,
        requests,
        requestsRatio: requests / least,
        mostInFlight,
        rowsSooner: serial.everyRowMs / everyRowMs,
        shareOfBound: serial.wholeMs / wholeMs / bound,
      });
    } finally {
      await stop(server);
    }
  }
  upstream.close();
  return results;
}
