import { createServer } from 'node:net';
import type { NumberPage } from '#contract/number.ts';
import type { Problem } from '#contract/problem-kinds.ts';
import { test as base, expect } from '../fixtures.ts';
import type { Environment, Server } from '../server.ts';
import { type RawUpstream, startRawUpstream } from './raw-upstream.ts';
import { upstreamWords } from './wire-bytes.ts';

const accountSid = 'acc-fault-test';
const authToken = 'canary-auth-token';
const basic = Buffer.from(`${accountSid}:${authToken}`).toString('base64');
const secrets = [authToken, basic, 'canary-sip-secret', upstreamWords];

/** Long enough for good answers, even on a busy machine. */
export const patient = { UPSTREAM_TIMEOUT_MS: '3000', UPSTREAM_DEADLINE_MS: '8000' };
/** For calls that a test cancels or holds back for long: no time limit ends them first. */
export const unhurried = { UPSTREAM_TIMEOUT_MS: '60000', UPSTREAM_DEADLINE_MS: '60000' };
export const longBeforeItsTimeoutMs = 30_000;
/** For faults that only a time limit ends. */
export const hasty = { UPSTREAM_TIMEOUT_MS: '500', UPSTREAM_DEADLINE_MS: '2500' };
/** For faults that end at once and are repeated until the deadline. */
export const brief = { UPSTREAM_TIMEOUT_MS: '3000', UPSTREAM_DEADLINE_MS: '3000' };
/**
 * The most connections that the dashboard may keep open to the upstream: the default of
 * `UPSTREAM_CONCURRENCY`.
 */
const concurrency = 4;

/** An answer of the dashboard, read to its end. */
export interface Answered {
  status: number;
  headers: Headers;
  /** A page or a problem; the tests check the status first, which tells them apart. */
  body: NumberPage & Problem;
  ms: number;
}

/** The built server in front of an upstream that can fail. */
export interface Dashboard {
  server: Server;
  upstream: RawUpstream;
  /** `GET /api/numbers`, without the cache of recent pages unless `mayBeRemembered`. */
  ask(search?: Record<string, string>, mayBeRemembered?: boolean): Promise<Answered>;
  /** Another server like this one, before the same upstream. */
  startAgain(): Promise<Pick<Dashboard, 'server'>>;
  /**
   * Expects the server alive, no secret leaked, no request sent elsewhere, and no request left open
   * at the upstream.
   */
  expectUnharmed(): Promise<void>;
}

/** A server that must never be reached; counts its visits. */
async function startElsewhere() {
  let visits = 0;
  const server = createServer((socket) => {
    visits += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, visits: () => visits, close: () => server.close() };
}

export function expectNoSecret(text: string) {
  for (const secret of secrets) expect(text).not.toContain(secret);
}

async function ask(server: Server, search: Record<string, string>, mayBeRemembered: boolean) {
  const started = performance.now();
  const response = await fetch(`${server.url}/api/numbers?${new URLSearchParams(search)}`, {
    headers: {
      'x-requested-by': 'spec',
      ...(!mayBeRemembered && { 'cache-control': 'no-cache' }),
    },
  });
  const text = await response.text();
  expectNoSecret(JSON.stringify([...response.headers]) + text);
  return {
    status: response.status,
    headers: response.headers,
    body: JSON.parse(text),
    ms: performance.now() - started,
  };
}

export interface Fixtures {
  /** Starts an upstream of 120 numbers and a dashboard before it; both end with the test. */
  startDashboard: (env?: Environment, size?: number) => Promise<Dashboard>;
}

export const test = base.extend<Fixtures>({
  startDashboard: async ({ serve }, use) => {
    const ending: (() => unknown)[] = [];
    await use(async (env = {}, size = 120) => {
      const elsewhere = await startElsewhere();
      const upstream = await startRawUpstream(elsewhere.url, size);
      ending.push(upstream.close, elsewhere.close);
      const start = () =>
        serve({
          APIFONICA_ACCOUNT_SID: accountSid,
          APIFONICA_AUTH_TOKEN: authToken,
          APIFONICA_API_URL: upstream.url,
          ...patient,
          ...env,
        });
      const server = await start();
      return {
        server,
        upstream,
        ask: (search = {}, mayBeRemembered = false) => ask(server, search, mayBeRemembered),
        startAgain: async () => ({ server: await start() }),
        async expectUnharmed() {
          expect((await fetch(`${server.url}/livez`)).status).toBe(200);
          expect(server.process.exitCode).toBeNull();
          expect(server.log()).not.toMatch(/unhandled|unexpected error|Warning|"level":[56]0/i);
          expectNoSecret(server.log());
          await expect.poll(upstream.owed).toBe(0);
          expect(upstream.connections()).toBeLessThanOrEqual(concurrency);
          expect(elsewhere.visits()).toBe(0);
        },
      };
    });
    for (const end of ending) await end();
  },
});

export { expect };
