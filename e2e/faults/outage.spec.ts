import { expect, test } from './dashboard.ts';
import { answerWell, type Exchange, type RawUpstream } from './raw-upstream.ts';
import { openWalk, readWalk } from './walk.ts';

const retries = (log: string) => log.match(/"msg":"upstream retry"/g)?.length ?? 0;

/** Both outages last longer than a second: the waits before the seventh try add up to more. */
const outages: [name: string, begin: (upstream: RawUpstream) => unknown][] = [
  ['refuses connections', (upstream) => upstream.refuse()],
  [
    'takes connections and drops them',
    (upstream) => upstream.set(({ socket }) => socket.resetAndDestroy()),
  ],
];
for (const [name, begin] of outages) {
  test(`O6 an upstream that ${name} for more than a second is waited for in a walk`, async ({
    startDashboard,
  }) => {
    const dashboard = await startDashboard({ UPSTREAM_DEADLINE_MS: '20000' });
    const { upstream, server } = dashboard;
    const held: Exchange[] = [];
    upstream.set((exchange) => void held.push(exchange), {
      where: ({ query }) => query.has('next'),
    });
    const reading = openWalk(dashboard).then(readWalk);
    await expect.poll(() => held.length).toBeGreaterThan(0);
    const started = performance.now();
    await begin(upstream);
    for (const { socket } of held) socket.destroy();
    await expect.poll(() => retries(server.log()), { timeout: 60_000 }).toBeGreaterThanOrEqual(7);
    expect(performance.now() - started).toBeGreaterThan(1000);
    await upstream.heal();
    const { end, sids } = await reading;
    expect(end).toMatchObject({ event: 'done', total: upstream.account.sids().size });
    expect(new Set(sids)).toEqual(upstream.account.sids());
    await dashboard.expectUnharmed();
  });
}

test('O6 however many wait for an upstream that is gone, few try it', async ({
  startDashboard,
}) => {
  const { upstream, ask, server } = await startDashboard({ UPSTREAM_DEADLINE_MS: '4000' });
  upstream.set(({ socket }) => socket.resetAndDestroy());
  const numbers = Array.from({ length: 20 }, (_, at) => String(44_000_000 + at));
  const answers = await Promise.all(numbers.map((number) => ask({ number })));
  for (const { status, body } of answers) {
    expect(status).toBe(502);
    expect(body).toMatchObject({ code: 'upstream_unreachable', cause: 'ECONNRESET' });
  }
  // Four, two and one requests at once, then one after each pause.
  expect(upstream.exchanges.length).toBeLessThan(20);
  expect(server.log()).not.toContain('upstream_timeout');
  upstream.set(answerWell);
  await expect.poll(async () => (await ask()).status).toBe(200);
});
