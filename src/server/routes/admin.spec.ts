import * as v from 'valibot';
import { expect, test } from 'vitest';
import { adminHealthSchema, adminSessionsSchema } from '#contract/admin.ts';
import type { Person } from '../people/person.ts';
import { cookieOf, createFullApp, password } from '../security/test-full-app.ts';
import { createTestApp } from '../test-app.ts';

const ann: Person = {
  name: 'Ann Lee',
  provider: { issuer: 'https://id.example', subject: 'ann', sid: 's1' },
  groups: [],
  role: 'viewer',
};

const listOf = async (response: Response) =>
  v.parse(adminSessionsSchema, await response.json()).sessions;

test('the sessions are listed with persons and times, and the own one is marked', async () => {
  let now = 0;
  const full = await createFullApp({ now: () => now });
  await full.store.create(ann);
  now = 60_000;
  const sessions = await listOf(await full.ask('/api/admin/sessions'));
  expect(sessions).toEqual([
    {
      handle: expect.any(String),
      name: 'Password',
      role: 'admin',
      by: 'password',
      age_ms: 60_000,
      idle_ms: 0,
      is_own: true,
    },
    {
      handle: expect.any(String),
      name: 'Ann Lee',
      role: 'viewer',
      by: 'company',
      age_ms: 60_000,
      idle_ms: 60_000,
      is_own: false,
    },
  ]);
  const ids = full.cookie.split('=')[1] ?? '';
  expect(JSON.stringify(sessions)).not.toContain(ids);
});

test('an admin ends a session, whose requests under way are cut', async () => {
  const waiting: AbortSignal[] = [];
  const full = await createFullApp({
    answer: ({ signal }) =>
      new Promise((_, reject) => {
        waiting.push(signal);
        signal.addEventListener('abort', () => reject(signal.reason));
      }),
  });
  const cookie = `sid=${await full.store.create(ann)}`;
  const reading = full.ask('/api/numbers', { headers: { cookie } });
  await expect.poll(() => waiting).toHaveLength(1);
  const sessions = await listOf(await full.ask('/api/admin/sessions'));
  const { handle } = sessions.find(({ name }) => name === 'Ann Lee')!;
  const end = () => full.ask(`/api/admin/sessions/${handle}`, { method: 'DELETE' });
  expect((await end()).status).toBe(204);
  expect(await (await reading).json()).toMatchObject({ code: 'unauthenticated' });
  expect((await full.ask('/api/session', { headers: { cookie } })).status).toBe(401);
  expect((await full.ask('/api/session')).status).toBe(200);
  expect(full.log()).toContainEqual(
    expect.objectContaining({ event: 'session_ended', person: 'Password', of: 'Ann Lee' }),
  );
  const again = await end();
  expect([again.status, await again.json()]).toMatchObject([404, { code: 'not_found' }]);
});

test('signing out in one tab cuts the requests of the other', async () => {
  const waiting: AbortSignal[] = [];
  const full = await createFullApp({
    answer: ({ signal }) =>
      new Promise((_, reject) => {
        waiting.push(signal);
        signal.addEventListener('abort', () => reject(signal.reason));
      }),
  });
  const reading = full.ask('/api/numbers');
  await expect.poll(() => waiting).toHaveLength(1);
  await full.ask('/api/session', { method: 'DELETE' });
  expect((await reading).status).toBe(401);
});

test('every line about a request with a session names the person', async () => {
  const full = await createFullApp();
  const cookie = cookieOf(await full.signIn(password));
  await full.ask('/api/numbers', { headers: { cookie } });
  await full.ask('/api/session', { method: 'DELETE', headers: { cookie } });
  await full.ask('/api/session', { headers: { cookie } });
  expect(full.log().map(({ msg, event, path, person }) => [event ?? msg, path, person])).toEqual([
    ['signed_in', undefined, 'Password'],
    ['request', '/api/session', 'Password'],
    ['request', '/api/numbers', 'Password'],
    ['signed_out', undefined, 'Password'],
    ['request', '/api/session', 'Password'],
    ['problem', undefined, undefined],
    ['request', '/api/session', undefined],
  ]);
});

test('the health of store and accounts is told without a request to Apifonica', async () => {
  const { ask, asked } = createTestApp(undefined, {
    health: () => ({
      store: { kind: 'engine', is_up: false },
      accounts: [
        {
          account: { id: 'main', name: 'Main' },
          state: 'failing',
          problem: 'upstream_auth',
          requests: 1,
          limit: 4,
          paused_ms: 500,
        },
      ],
    }),
  });
  const health = v.parse(adminHealthSchema, await (await ask('/api/admin/health')).json());
  expect(health.store).toEqual({ kind: 'engine', is_up: false });
  expect(asked).toEqual([]);
});

test('without a sign-in there are no sessions', async () => {
  const { ask } = createTestApp();
  expect(await listOf(await ask('/api/admin/sessions'))).toEqual([]);
  expect((await ask('/api/admin/sessions/x', { method: 'DELETE' })).status).toBe(404);
  expect(await (await ask('/api/sign-in')).json()).toEqual({ password: false, company: false });
});

test('a page without a session learns how to open one', async () => {
  const { ask } = await createFullApp();
  const ways = await ask('/api/sign-in', { headers: { cookie: '' } });
  expect(await ways.json()).toEqual({ password: true, company: true });
  const alone = await createFullApp({ company: null });
  expect(await (await alone.ask('/api/sign-in')).json()).toEqual({
    password: true,
    company: false,
  });
  // Whoever shares the password has no name of an own.
  expect(await (await alone.ask('/api/session')).json()).toMatchObject({ person: null });
});
