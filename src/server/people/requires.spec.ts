import { describe, expect, test } from 'vitest';
import type { Role } from '#contract/role.ts';
import { mainAccount, silentUpstream, testAccounts } from '../accounts/test-accounts.ts';
import { testKeeper } from '../history/test-keeper.ts';
import { everyRoute, isApi, type Route } from '../security/test-every-route.ts';
import { createFullApp } from '../security/test-full-app.ts';
import { emptyPage } from '../test-app.ts';
import type { Upstream } from '../upstream/upstream.ts';
import type { Person } from './person.ts';

const groups = { viewer: ['readers'], operator: ['revealers'] };
const open = { ...mainAccount, id: 'open', name: 'Open' };
const closed = { ...mainAccount, id: 'closed', name: 'Closed', accountSid: 'acc-closed', groups };

/** Which accounts were asked, by a request that was let through. */
const asked: string[] = [];
const upstreamOf = (id: string): Upstream => ({
  ...silentUpstream,
  async listNumbers() {
    asked.push(id);
    return emptyPage;
  },
  async *walk() {
    asked.push(id);
    yield {
      event: 'done',
      total: 0,
      requests: 1,
      elapsedMs: 0,
      asOf: '2016-03-31T08:16:59.000Z',
      skipped: 0,
    };
  },
  async readToken() {
    asked.push(id);
    return 'a-test-sip-token';
  },
});

const full = await createFullApp({
  accounts: testAccounts(
    [open, closed].map((account) => ({ account, upstream: upstreamOf(account.id) })),
  ),
  history: testKeeper(({ id }) => void asked.push(id)),
});

const person = (role: Role, ...groups: string[]): Person => ({
  name: `${role} ${groups.join(' ')}`,
  provider: { issuer: 'https://id.example', subject: role, sid: null },
  groups,
  role,
});

/** Every person, with the role for each account; null may not know of the account. */
const people: { who: Person; open: Role; closed: Role | null }[] = [
  { who: person('viewer'), open: 'viewer', closed: null },
  { who: person('viewer', 'others'), open: 'viewer', closed: null },
  { who: person('viewer', 'readers'), open: 'viewer', closed: 'viewer' },
  { who: person('viewer', 'revealers'), open: 'viewer', closed: 'operator' },
  { who: person('operator'), open: 'operator', closed: null },
  { who: person('operator', 'readers'), open: 'operator', closed: 'viewer' },
  { who: person('operator', 'readers', 'revealers'), open: 'operator', closed: 'operator' },
  { who: person('admin'), open: 'admin', closed: 'admin' },
];

/** Who may use a route: everybody, everybody with a session, or those with a role. */
type Need = 'nothing' | 'session' | { account: Role } | 'admin';

const needs: Record<string, Need> = {
  'GET /api/session': { account: 'viewer' },
  'POST /api/session': 'nothing',
  'DELETE /api/session': 'nothing',
  'GET /api/sign-in': 'nothing',
  'GET /api/numbers': { account: 'viewer' },
  'GET /api/inventory': { account: 'viewer' },
  'GET /api/checks': { account: 'viewer' },
  'POST /api/checks': { account: 'viewer' },
  'POST /api/numbers/num-sip/token': { account: 'operator' },
  'GET /api/history': { account: 'viewer' },
  'POST /api/history': { account: 'operator' },
  'GET /api/history/list': { account: 'viewer' },
  'GET /api/history/changes': { account: 'viewer' },
  'GET /api/history/number': { account: 'viewer' },
  'GET /api/find': 'session',
  'GET /api/admin/sessions': 'admin',
  'DELETE /api/admin/sessions/num-sip': 'admin',
  'GET /api/admin/health': 'admin',
};

const levels: readonly Role[] = ['viewer', 'operator', 'admin'];
const suffices = (role: Role, needed: Role) => levels.indexOf(role) >= levels.indexOf(needed);

const bodies: Record<string, unknown> = {
  'POST /api/checks': { version: 1, accepted: [] },
  'POST /api/numbers/num-sip/token': { number: '447480600503' },
};

/** What a request has to name beside its account. */
const queries: Record<string, string> = {
  'GET /api/history/list': 'seq=1',
  'GET /api/history/changes': 'from=1&to=2',
  'GET /api/history/number': 'number_sid=num-sip',
};

const routes = everyRoute(full.app).filter(isApi);
const nameOf = ({ method, path }: Route) => `${method} ${path}`;

async function ask(route: Route, account: string | null, who: Person | null) {
  const cookie = who === null ? '' : `sid=${await full.store.create(who)}`;
  const body = bodies[nameOf(route)];
  const query = new URLSearchParams(queries[nameOf(route)]);
  if (account !== null) query.set('account', account);
  const address = `${route.path}?${query}`;
  asked.length = 0;
  const response = await full.ask(address, {
    method: route.method,
    headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, text, asked: [...asked], headers: [...response.headers] };
}

const codeOf = ({ text }: { text: string }): string => JSON.parse(text).code;

test('every route of the API is in the table', () => {
  const inTable = routes.map(nameOf).filter((name) => needs[name] === undefined);
  expect(inTable).toEqual([]);
});

describe.each(routes)('$method $path', (route) => {
  const need = needs[nameOf(route)] ?? 'admin';

  test.each(people)('for $who.name', async ({ who, ...roles }) => {
    if (need === 'nothing' || need === 'session') {
      const { status } = await ask(route, null, who);
      expect([401, 403]).not.toContain(status);
      return;
    }
    if (need === 'admin') {
      const answer = await ask(route, null, who);
      if (who.role === 'admin') expect([200, 404]).toContain(answer.status);
      else expect([answer.status, codeOf(answer)]).toEqual([403, 'forbidden']);
      return;
    }
    for (const account of ['open', 'closed'] as const) {
      const role = roles[account];
      const answer = await ask(route, account, who);
      if (role === null) {
        expect([answer.status, codeOf(answer)]).toEqual([404, 'account_gone']);
        expect(answer.asked).toEqual([]);
      } else if (suffices(role, need.account)) {
        expect([200, 201]).toContain(answer.status);
        const isAboutNumbers = route.path !== '/api/session';
        expect([...new Set(answer.asked)]).toEqual(isAboutNumbers ? [account] : []);
      } else {
        expect([answer.status, codeOf(answer)]).toEqual([403, 'forbidden']);
        expect(answer.asked).toEqual([]);
      }
    }
  });

  test('for a stranger', async () => {
    if (need === 'nothing') return;
    for (const account of [null, 'open', 'closed', 'none']) {
      const answer = await ask(route, account, null);
      expect([answer.status, codeOf(answer), answer.asked]).toEqual([401, 'unauthenticated', []]);
    }
  });
});

/** An answer without what differs for each request. */
const comparable = ({ status, text, headers }: Awaited<ReturnType<typeof ask>>) => ({
  status,
  body: text.replace(/"requestId":"[^"]+"/, ''),
  headers: headers.filter(([name]) => name !== 'x-request-id'),
});

const ofAccount = routes.filter((route) => typeof needs[nameOf(route)] === 'object');

test.each(ofAccount)(
  '$method $path has the same bytes for a forbidden account as for an unknown one',
  async (route) => {
    const who = person('viewer');
    const forbidden = comparable(await ask(route, 'closed', who));
    expect(forbidden).toEqual(comparable(await ask(route, 'none', who)));
    expect(forbidden.status).toBe(404);
  },
);

test('the session lists only accounts that the person may read, and offers what the role allows', async () => {
  const session = async (who: Person, account: string) => {
    const route = { method: 'GET', path: '/api/session' };
    return JSON.parse((await ask(route, account, who)).text);
  };
  expect(await session(person('viewer'), 'open')).toMatchObject({
    accounts: [{ id: 'open' }],
    person: { name: 'viewer ', role: 'viewer' },
    can_reveal_tokens: false,
  });
  expect(await session(person('viewer', 'revealers'), 'closed')).toMatchObject({
    accounts: [{ id: 'open' }, { id: 'closed' }],
    person: { role: 'operator' },
    can_reveal_tokens: true,
  });
});

test('who asked for too much is in the log', async () => {
  await ask({ method: 'GET', path: '/api/admin/health' }, null, person('operator', 'readers'));
  expect(full.log()).toContainEqual(
    expect.objectContaining({ event: 'forbidden', needed: 'admin', person: 'operator readers' }),
  );
});
