import * as v from 'valibot';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ScenarioName } from './scenarios.ts';
import { apiErrorSchema, numberPageSchema } from './schema.ts';
import { createSandboxes, type RunningSandbox, startSandbox } from './start-sandbox.ts';
import { authorization, createTestClient, listPath, testSettings } from './test-client.ts';

const started: RunningSandbox[] = [];
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(started.splice(0).map((sandbox) => sandbox.close()));
});

async function start(scenario: ScenarioName | null, latencyMs = 0) {
  const sandbox = await startSandbox({ accounts: [testSettings], scenario, latencyMs });
  started.push(sandbox);
  const ask = (signal?: AbortSignal) =>
    fetch(sandbox.url + listPath, { headers: { authorization }, ...(signal && { signal }) });
  return { ...sandbox, ask };
}

describe('over HTTP', () => {
  test('serves the list on a loopback address it picks, links included', async () => {
    const { url, ask } = await start(null);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await (await ask()).json()).toMatchObject({
      limit: 20,
      next: expect.stringContaining(`${url}${listPath}?next=`),
    });
  });

  test('a taken port is an error', async () => {
    const { url } = await start(null);
    const port = Number(new URL(url).port);
    await expect(
      startSandbox({ accounts: [testSettings], scenario: null, latencyMs: 0, port }),
    ).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });

  test.each<[string, ScenarioName | null, number]>([
    ['hang', 'hang', 0],
    ['slow', 'slow', 0],
    ['a long latency', null, 60_000],
  ])(
    '%s: the client may leave, and closing waits for nobody',
    async (_name, scenario, latencyMs) => {
      const { ask, close } = await start(scenario, latencyMs);
      const waiting = ask();
      const outcome = expect(waiting).rejects.toThrow();
      await expect(ask(AbortSignal.timeout(60))).rejects.toMatchObject({ name: 'TimeoutError' });
      await close();
      await outcome;
      started.pop();
    },
  );
});

test('slow takes six seconds, to the millisecond', async () => {
  vi.useFakeTimers();
  const answer = createTestClient({ scenario: 'slow', latencyMs: 80 }).ask();
  const settled = vi.fn();
  void answer.then(settled);
  await vi.advanceTimersByTimeAsync(5999);
  expect(settled).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect((await answer).status).toBe(200);
});

test('hang settles once its client is gone', async () => {
  const { app } = createTestClient({ scenario: 'hang' });
  const client = new AbortController();
  const answer = app.request(listPath, { headers: { authorization }, signal: client.signal });
  client.abort();
  await expect(answer).resolves.toMatchObject({ status: 499 });
});

const account = (name: string, numbers: number, seed: number) => ({
  accountSid: `acc-${name}`,
  authToken: `token-${name}`,
  numbers,
  seed,
});

const app = createSandboxes([account('one', 30, 1), account('two', 3, 2)], {
  latencyMs: 0,
  scenario: null,
});

const ask = async (sid: string, user = sid, token = sid.replace('acc', 'token')) =>
  app.request(`/v2/accounts/${sid}/numbers`, {
    headers: { Authorization: `Basic ${btoa(`${user}:${token}`)}` },
  });

const pageOf = async (sid: string) => v.parse(numberPageSchema, await (await ask(sid)).json());

test('each account has its own numbers', async () => {
  const [one, two] = [await pageOf('acc-one'), await pageOf('acc-two')];
  expect([one.numbers.length, two.numbers.length]).toEqual([20, 3]);
  expect(one.numbers.every(({ account_sid }) => account_sid === 'acc-one')).toBe(true);
  expect(two.numbers.every(({ account_sid }) => account_sid === 'acc-two')).toBe(true);
  const sids = new Set([...one.numbers, ...two.numbers].map(({ number_sid }) => number_sid));
  expect(sids.size).toBe(23);
});

test('the credentials of one account do not open another', async () => {
  expect((await ask('acc-two', 'acc-one', 'token-one')).status).toBe(401);
});

test.each(['acc-three', 'constructor'])('%s is no account', async (sid) => {
  const response = await ask(sid, 'acc-one', 'token-one');
  expect(response.status).toBe(404);
  expect(v.parse(apiErrorSchema, await response.json()).status_code).toBe(404);
});
