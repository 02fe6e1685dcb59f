import * as v from 'valibot';
import { expect, test } from 'vitest';
import { createSandboxes } from './create-sandboxes.ts';
import { apiErrorSchema, numberPageSchema } from './schema.ts';

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
