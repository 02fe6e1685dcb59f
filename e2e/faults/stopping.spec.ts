import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import type { Server } from '../server.ts';
import { type Dashboard, expect, test } from './dashboard.ts';
import { answerWell, type Exchange } from './raw-upstream.ts';

/** Ten seconds, and as long again for a busy machine. */
const stopMs = 20_000;

interface Reply {
  status: number | undefined;
  connection: string | undefined;
}

/** One request; with a keep-alive agent it keeps its connection, like a browser. */
const fetchOnce = (url: string, agent: Agent | false = false) =>
  new Promise<Reply>((resolve, reject) => {
    const headers = { 'x-requested-by': 'spec', 'cache-control': 'no-cache' };
    get(url, { agent, headers }, (response: IncomingMessage) => {
      response
        .resume()
        .once('end', () =>
          resolve({ status: response.statusCode, connection: response.headers.connection }),
        );
    }).once('error', reject);
  });

const exitOf = async ({ process: child }: Server) => {
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
};

/** Requests to the list that the upstream holds until the test answers them. */
async function holdRequests({ server, upstream }: Dashboard, count: number) {
  const held: Exchange[] = [];
  upstream.set((exchange) => void held.push(exchange));
  const replies = Array.from({ length: count }, (_, at) =>
    fetchOnce(`${server.url}/api/numbers?number=${44_000 + at}`),
  );
  await expect.poll(() => held.length).toBe(count);
  return { held, replies };
}

test('F30 SIGTERM under load: not ready at once, finishes the requests under way, exits with 0', async ({
  startDashboard,
}) => {
  const dashboard = await startDashboard();
  const { server, upstream } = dashboard;
  const { held, replies } = await holdRequests(dashboard, 4);
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  expect(await fetchOnce(`${server.url}/livez`, agent)).toMatchObject({ connection: 'keep-alive' });

  const exit = exitOf(server);
  const signalled = performance.now();
  server.process.kill('SIGTERM');
  await expect.poll(async () => (await fetchOnce(`${server.url}/readyz`)).status).toBe(503);

  // For a moment new requests are still served, each with `Connection: close`.
  const load = Array.from({ length: 40 }, () => fetchOnce(`${server.url}/livez`, agent));
  expect(await Promise.all(load)).toEqual(Array(40).fill({ status: 200, connection: 'close' }));

  await upstream.heal();
  for (const exchange of held) answerWell(exchange);
  expect(await Promise.all(replies)).toEqual(Array(4).fill({ status: 200, connection: 'close' }));
  expect(await exit).toBe(0);
  expect(performance.now() - signalled).toBeLessThan(stopMs);
  await expect(fetchOnce(`${server.url}/livez`)).rejects.toThrow('ECONNREFUSED');
  expect(server.log()).not.toMatch(/unhandled|unexpected error/i);
});

test('F30 SIGTERM with a request that never ends: exits with 0 all the same', async ({
  startDashboard,
}) => {
  const dashboard = await startDashboard({
    UPSTREAM_TIMEOUT_MS: '60000',
    UPSTREAM_DEADLINE_MS: '60000',
  });
  const { replies } = await holdRequests(dashboard, 1);
  const cut = expect(replies[0]).rejects.toThrow(/hang up|ECONNRESET/);
  const exit = exitOf(dashboard.server);
  const signalled = performance.now();
  dashboard.server.process.kill('SIGTERM');
  expect(await exit).toBe(0);
  expect(performance.now() - signalled).toBeLessThan(stopMs);
  await cut;
});

test('F30 SIGTERM twice: ends now', async ({ startDashboard }) => {
  const dashboard = await startDashboard();
  const { server } = dashboard;
  const { replies } = await holdRequests(dashboard, 1);
  const cut = expect(replies[0]).rejects.toThrow(/hang up|ECONNRESET/);
  const exit = exitOf(server);
  server.process.kill('SIGTERM');
  await expect.poll(async () => (await fetchOnce(`${server.url}/readyz`)).status).toBe(503);
  const again = performance.now();
  server.process.kill('SIGTERM');
  expect(await exit).toBe(0);
  // The server does not wait the nine seconds that requests under way may take.
  expect(performance.now() - again).toBeLessThan(8000);
  await cut;
});
