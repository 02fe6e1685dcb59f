import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { refuseWith } from './answer-faults.ts';
import { expect, longBeforeItsTimeoutMs, test, unhurried } from './dashboard.ts';
import { change } from './list-faults.ts';
import { answerWell, type Exchange } from './raw-upstream.ts';
import { checkpointOf, openWalk, readWalk } from './walk.ts';

const isInside = ({ query }: Exchange) => query.has('next');
/** Ten seconds, and as long again for a busy machine. */
const stopMs = 20_000;

test('F27 a reader that goes away: requests on their way are cancelled, and no further ones sent', async ({
  startDashboard,
}) => {
  const dashboard = await startDashboard(unhurried);
  const { upstream, expectUnharmed } = dashboard;
  const held: Exchange[] = [];
  upstream.set((exchange) => void held.push(exchange), { where: isInside });
  const leaving = new AbortController();
  const response = await openWalk(dashboard, {}, leaving.signal);
  // Two of the four chains have more than one page.
  await expect.poll(() => held.length).toBe(2);
  const left = performance.now();
  leaving.abort();
  for (const { cancelled } of held)
    expect((await cancelled) - left).toBeLessThan(longBeforeItsTimeoutMs);
  await expect(response.text()).rejects.toThrow('aborted');
  await expectUnharmed();
  expect(upstream.exchanges).toHaveLength(6);
  await expect.poll(dashboard.server.log).toContain('"outcome":"left"');
});

/** A long text in every row, so that the buffers between two machines are soon full. */
const makeBig = change((page) => ({
  ...page,
  numbers: page.numbers.map((row) => ({
    ...row,
    name: 'n'.repeat(2000),
    call_controller: 'c'.repeat(2000),
    msg_controller: 'm'.repeat(2000),
  })),
}));

test('F29 a reader that stops reading: no more is requested than the buffers hold, and later the rest', async ({
  startDashboard,
}) => {
  const rows = 6000;
  const dashboard = await startDashboard({}, rows);
  const { server, upstream, ask } = dashboard;
  upstream.set(makeBig);
  const headers = { 'x-requested-by': 'spec' };
  const asking = get(`${server.url}/api/inventory`, { agent: false, headers });
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  response.pause();

  let seen = -1;
  await expect
    .poll(
      () => {
        const isStill = seen === upstream.exchanges.length;
        seen = upstream.exchanges.length;
        return isStill;
      },
      { intervals: [1000], timeout: 60_000 },
    )
    .toBe(true);
  const pages = rows / 20;
  expect(seen).toBeLessThan(pages * 0.6);
  expect(upstream.owed()).toBe(0);

  // A person at the page is not held up by the stalled walk.
  expect((await ask({ type: 'mobile' })).status).toBe(200);

  let text = '';
  response.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-1000);
  });
  response.resume();
  await once(response, 'end');
  expect(text).toContain(`"event":"done","total":${rows}`);
});

test('F13 a 429 in the middle of a walk holds every chain of it', async ({ startDashboard }) => {
  const dashboard = await startDashboard(unhurried);
  const { server, upstream } = dashboard;
  const held: Exchange[] = [];
  upstream.set((exchange) => void held.push(exchange), { where: isInside });
  const walking = openWalk(dashboard);
  // Two of the four chains have more than one page, and both wait for an answer now.
  await expect.poll(() => held.length).toBe(2);
  const [refused, other] = held;
  const before = upstream.exchanges.length;
  await upstream.heal();
  const refusedAt = performance.now();
  refuseWith(429, [['Retry-After', '1']])(refused!);
  await expect.poll(server.log).toContain('"upstream retry"');
  answerWell(other!);
  const { end } = await readWalk(await walking);
  expect(end).toMatchObject({ event: 'done', total: 120 });
  const later = upstream.exchanges.slice(before).map(({ at }) => at - refusedAt);
  expect(Math.min(...later)).toBeGreaterThanOrEqual(1000);
});

test('F28 failed parts are reported, and all other rows arrive', async ({ startDashboard }) => {
  const dashboard = await startDashboard();
  const { upstream } = dashboard;
  const isVoice = ({ query }: Exchange) => query.get('voice') === 'true';
  upstream.set(refuseWith(503), { where: (exchange) => isVoice(exchange) && isInside(exchange) });
  const { end, sids } = await readWalk(await openWalk(dashboard));
  expect(end).toMatchObject({
    event: 'failed',
    problem: { code: 'upstream_unavailable', retryable: true },
    parts: { done: 3, all: 4 },
  });
  expect(sids).toHaveLength(20 + 60);
});

test('F30 SIGTERM in the middle of a walk: the walk ends with a reason and a checkpoint', async ({
  startDashboard,
}) => {
  const dashboard = await startDashboard();
  const { server, upstream } = dashboard;
  const held: Exchange[] = [];
  upstream.set((exchange) => void held.push(exchange), { where: isInside });
  const response = await openWalk(dashboard);
  await expect.poll(() => held.length).toBe(2);

  const exit = once(server.process, 'exit');
  const signalled = performance.now();
  server.process.kill('SIGTERM');
  const { end, sids } = await readWalk(response);
  expect(end).toMatchObject({
    event: 'failed',
    problem: { code: 'busy', retryable: true },
    loaded: 40,
    checkpoint: expect.any(String),
  });
  expect((await openWalk(dashboard)).status).toBe(503);
  expect(await exit).toEqual([0, null]);
  expect(performance.now() - signalled).toBeLessThan(stopMs);
  expect(server.log()).not.toMatch(/unhandled|unexpected error/i);

  // Another process of the same deployment continues the walk.
  const next = await dashboard.startAgain();
  await upstream.heal();
  const rest = await readWalk(await openWalk(next, checkpointOf(end)));
  expect(rest.end).toMatchObject({ event: 'done', requests: 4 });
  expect([...sids, ...rest.sids].toSorted()).toEqual([...upstream.account.sids()].toSorted());
});
