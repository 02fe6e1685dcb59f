import { request } from 'node:http';
import { readList, statusLine } from '../table.ts';
import { expect, longBeforeItsTimeoutMs, test, unhurried } from './dashboard.ts';
import { readNumbers } from './page.ts';
import { answerWell, type Exchange } from './raw-upstream.ts';

/** Holds every answer until the test sends it. */
function hold() {
  const held: Exchange[] = [];
  return { held, answer: (exchange: Exchange) => void held.push(exchange) };
}

/**
 * A client with a connection of its own that requests the first page. `sent` resolves when its
 * request has left, `status` with the status of its answer, or null when the client left first.
 */
function client(url: string) {
  const asking = request(`${url}/api/numbers`, {
    agent: false,
    headers: { 'x-requested-by': 'spec', 'cache-control': 'no-cache' },
  });
  const sent = new Promise<void>((resolve) => {
    asking.once('socket', (socket) => socket.once('connect', () => setImmediate(resolve)));
  });
  const status = new Promise<number | null>((resolve) => {
    asking.once('error', () => resolve(null));
    asking.once('response', (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? null));
    });
  });
  asking.end();
  return { sent, status, leave: () => asking.destroy() };
}

/**
 * Resolves when the server has read everything sent before: it answers in the order in which it
 * reads.
 */
async function settle(url: string) {
  for (const _ of 'abc') await fetch(`${url}/livez`, { headers: { connection: 'close' } });
}

test('F27 a hundred clients request the same page: one call, and one that leaves stops only itself', async ({
  startDashboard,
}) => {
  const { server, upstream, expectUnharmed } = await startDashboard();
  const { held, answer } = hold();
  upstream.set(answer);
  const clients = Array.from({ length: 100 }, () => client(server.url));
  await Promise.all(clients.map(({ sent }) => sent));
  await settle(server.url);
  clients[0]!.leave();
  await settle(server.url);
  for (const exchange of held) answerWell(exchange);
  const statuses = await Promise.all(clients.map(({ status }) => status));
  expect(statuses).toEqual([null, ...Array(99).fill(200)]);
  expect(upstream.exchanges).toHaveLength(1);
  await expectUnharmed();
});

test('F27 the call ends when the last client leaves, and the next begins another', async ({
  startDashboard,
}) => {
  const { server, upstream, ask, expectUnharmed } = await startDashboard(unhurried);
  const { held, answer } = hold();
  upstream.set(answer);
  const clients = Array.from({ length: 3 }, () => client(server.url));
  await Promise.all(clients.map(({ sent }) => sent));
  await settle(server.url);
  clients[0]!.leave();
  clients[1]!.leave();
  await settle(server.url);
  expect(upstream.owed()).toBe(1);
  const left = performance.now();
  clients[2]!.leave();
  expect((await held[0]!.cancelled) - left).toBeLessThan(longBeforeItsTimeoutMs);
  await upstream.heal();
  expect((await ask()).status).toBe(200);
  expect(upstream.exchanges).toHaveLength(2);
  await expectUnharmed();
});

test('F26 a filter changed before its answer: the request is cancelled, and its rows never shown', async ({
  page,
  startDashboard,
}) => {
  const { server, upstream } = await startDashboard(unhurried);
  await page.goto(server.url);
  await expect(statusLine(page)).toContainText('100 loaded');
  const { held, answer } = hold();
  upstream.set(answer, { where: ({ query }) => query.get('voice') === 'true' });
  const voice = page.getByRole('group', { name: 'Voice' });
  await voice.getByText('Yes', { exact: true }).click();
  await expect.poll(() => held.length).toBe(1);
  const changed = performance.now();
  await voice.getByText('No', { exact: true }).click();
  expect((await held[0]!.cancelled) - changed).toBeLessThan(longBeforeItsTimeoutMs);
  // A late answer of the upstream goes nowhere.
  answerWell(held[0]!);
  const odd = upstream.account.matching(new URLSearchParams({ voice: 'false' }));
  await expect.poll(() => readNumbers(page)).toEqual(odd.map(({ number }) => number));
  expect(upstream.exchanges.filter(({ query }) => query.get('voice') === 'true')).toHaveLength(1);
});

test('F26 filters changed back and forth: the last one is shown, in any order of answers', async ({
  page,
  startDashboard,
}) => {
  const { server, upstream } = await startDashboard();
  const { held, answer } = hold();
  await page.goto(server.url);
  await expect(statusLine(page)).toContainText('100 loaded');
  upstream.set(answer);
  const voice = page.getByRole('group', { name: 'Voice' });
  for (const word of ['Yes', 'No', 'Yes', 'No']) {
    const before = held.length;
    await voice.getByText(word, { exact: true }).click();
    await expect.poll(() => held.length).toBe(before + 1);
  }
  await upstream.heal();
  for (const exchange of held.toReversed()) answerWell(exchange);
  const odd = upstream.account.matching(new URLSearchParams({ voice: 'false' }));
  await expect.poll(() => readNumbers(page)).toEqual(odd.map(({ number }) => number));
  expect((await readList(page)).length).toBe(odd.length);
});
