import { refuseWith } from './answer-faults.ts';
import { expect, hasty, test } from './dashboard.ts';

const retryAfter = (value: string) => refuseWith(429, [['Retry-After', value]]);

test('F12 an upstream that is down gets one attempt for each request, not four', async ({
  startDashboard,
}) => {
  const { upstream, ask, expectUnharmed } = await startDashboard();
  upstream.set(refuseWith(503));
  const requests = 60;
  let asked = 0;
  for (let from = 0; from < requests; from += 20) {
    asked = upstream.exchanges.length;
    // Different filters, because equal requests would share one call.
    const numbers = Array.from({ length: 20 }, (_, at) => String(44_000_000 + from + at));
    const answers = await Promise.all(numbers.map((number) => ask({ number })));
    expect(answers.every(({ body }) => body.code === 'upstream_unavailable')).toBe(true);
  }
  // The budget: ten retries at the start, a fifth of the requests, and one every two seconds.
  expect(upstream.exchanges.length).toBeLessThanOrEqual(requests + 10 + requests * 0.2 + 15);
  expect(upstream.exchanges.length - asked).toBeLessThan(20 * 2);
  await expectUnharmed();
});

for (const [name, value, leastMs] of [
  ['in seconds', '1', 1000],
  ['as a date', 'date', 0],
] as const) {
  test(`F13 a 429 with its wait ${name} holds every call of the process`, async ({
    startDashboard,
  }) => {
    const { upstream, ask } = await startDashboard();
    // An HTTP date has whole seconds only, so the wait is rounded up first.
    const date = new Date(Math.ceil(Date.now() / 1000) * 1000 + 2000);
    upstream.set(retryAfter(value === 'date' ? date.toUTCString() : value), {
      times: 1,
      of: 'all',
    });
    const first = ask();
    await expect.poll(() => upstream.exchanges.length).toBe(1);
    const others = ['44001', '44002', '44003', '44004', '44005', '44006'];
    const answers = await Promise.all([first, ...others.map((number) => ask({ number }))]);
    expect(answers.map(({ status }) => status)).toEqual(Array(7).fill(200));
    const [refused, ...later] = upstream.exchanges;
    const earliest = Math.min(...later.map(({ at }) => at));
    if (leastMs > 0) expect(earliest - refused!.at).toBeGreaterThanOrEqual(leastMs);
    else expect(performance.timeOrigin + earliest).toBeGreaterThanOrEqual(date.getTime());
  });
}

test('F13 a wait beyond the deadline is answered with its Retry-After, also to other clients', async ({
  startDashboard,
}) => {
  const { upstream, ask } = await startDashboard(hasty);
  // Far beyond the deadline, so that the other client may take its time.
  upstream.set(retryAfter('10'), { times: 1, of: 'all' });
  const refused = await ask();
  const other = await ask({ type: 'local' });
  for (const { status, headers, body } of [refused, other]) {
    expect(status).toBe(429);
    expect(body).toMatchObject({ code: 'upstream_rate_limited', retryable: true });
    expect(Number(headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(11);
  }
  expect(upstream.exchanges).toHaveLength(1);
  await expect.poll(async () => (await ask()).status).toBe(200);
  const [first, next] = upstream.exchanges;
  expect(next!.at - first!.at).toBeGreaterThanOrEqual(10_000);
});
