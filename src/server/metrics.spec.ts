import { expect, test } from 'vitest';
import { createMetrics } from './metrics.ts';
import { createFullApp, password } from './security/test-full-app.ts';
import { version } from './version.ts';

test('O25 security events are counted at every log level', async () => {
  const { ask, signIn } = await createFullApp();
  await signIn(password);
  await signIn('wrong');
  await ask('/', { headers: { host: 'evil.example' } });
  const text = await (await ask('/metrics')).text();
  expect(text).toContain('security_events_total{event="sign_in_failed"} 1');
  expect(text).toContain('security_events_total{event="host_refused"} 1');
  expect(text).toContain('security_events_total{event="upstream_auth"} 0');
  expect(text).toContain('walks_under_way 0');
  expect(text).toContain('log_lines_lost_total 0');
  expect(text).toContain(`build_info{version="${version}"} 1`);
});

test('O25 each line about a request names the client', async () => {
  const { ask, log } = await createFullApp({ trustedProxies: ['10.0.0.1'] });
  await ask('/api/session', { headers: { 'x-forwarded-for': '203.0.113.9' } }, '10.0.0.1');
  expect(log()).toContainEqual(
    expect.objectContaining({ msg: 'request', path: '/api/session', client: '203.0.113.9' }),
  );
});

test('O25 each account in use has its limit, its requests and its pause', async () => {
  const metrics = createMetrics();
  const account = (id: string) => ({ id, name: `The secret name of ${id}` });
  const unused = { state: 'unused', problem: null, requests: 0, limit: 4, paused_ms: 0 } as const;
  metrics.watchAccounts(() => [
    { account: account('sales'), ...unused },
    { account: account('support'), ...unused, state: 'ok', requests: 2, paused_ms: 1500 },
  ]);
  const text = await metrics.read();
  expect(text).toContain('upstream_in_flight{account="support"} 2');
  expect(text).toContain('upstream_limit{account="support"} 4');
  expect(text).toContain('upstream_pause_seconds{account="support"} 1.5');
  expect(text).not.toContain('account="sales"');
  expect(text).not.toContain('secret name');
});
