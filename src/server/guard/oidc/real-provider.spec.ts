import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  client,
  type IdentityProvider,
  startIdentityProvider,
} from '#sandbox/stand-in/identity-provider.ts';
import { createStoreMarks } from '../../shared/marks.ts';
import { createStoreSessions } from '../../shared/store-sessions.ts';
import { hasRedis } from '../../shared/test-redis.ts';
import { startTestStore } from '../../shared/test-shared.ts';
import { createTestCompany, type Jar, keep } from './test-company.ts';

type TestCompany = Awaited<ReturnType<typeof createTestCompany>>;

/** A browser at the provider: it follows redirects, and sends the form of the sign-in page. */
async function visit(address: URL, jar: Jar, answer: Record<string, string>): Promise<URL> {
  const go = async (url: URL, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } });
    keep(jar, response);
    return response;
  };
  let url = address;
  for (;;) {
    if (url.origin !== address.origin) return url;
    const isForm = url.pathname.startsWith('/interaction/');
    const response = await go(
      url,
      isForm ? { method: 'POST', body: new URLSearchParams(answer) } : {},
    );
    const location = response.headers.get('location');
    if (location === null) throw new Error(`${response.status} at ${url}`);
    url = new URL(location, url);
  }
}

/** The provider's page on which a person signs out there. */
async function signOutAt(issuer: string, jar: Jar) {
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const asked = await fetch(`${issuer}/session/end`, { headers: { cookie: cookie() } });
  keep(jar, asked);
  const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(await asked.text()) ?? [];
  return fetch(`${issuer}/session/end/confirm`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ xsrf, logout: 'yes' }),
    headers: { cookie: cookie() },
  });
}

describe.skipIf(!(await hasRedis()))('a real provider, and two replicas over a store', () => {
  let idp: IdentityProvider;
  let sharedStore: Awaited<ReturnType<typeof startTestStore>>;
  let first: TestCompany;
  let second: TestCompany;

  beforeAll(async () => {
    sharedStore = await startTestStore();
    idp = await startIdentityProvider({
      dashboard: 'https://numbers.example',
      people: { ann: ['ops'], bob: ['leads'], eve: ['sales'] },
      // The balancer in front happens to choose the second replica.
      fetch: async (_, init) => {
        const { body } = init as { body: URLSearchParams };
        return second.postLogout(body.toString());
      },
    });
    const replica = async () => {
      const connection = await sharedStore.connect();
      return createTestCompany({
        issuer: idp.issuer,
        shared: {
          sessions: createStoreSessions(connection, 0),
          marks: createStoreMarks(connection),
        },
        settings: { clientId: client.id, clientSecret: client.secret },
      });
    };
    first = await replica();
    second = await replica();
  });
  afterAll(async () => {
    await idp.close();
    await sharedStore.stop();
  });

  async function enter(jar: Jar, atProvider: Jar, login: string) {
    const { address } = await first.begin(jar);
    const back = await visit(address, atProvider, { login });
    return second.ask(back.pathname + back.search, jar);
  }

  test('signs people in with their names and groups, begun on one replica and ended on the other', async () => {
    const jar: Jar = new Map();
    expect((await enter(jar, new Map(), 'ann')).status).toBe(200);
    expect(await (await first.session(jar)).json()).toMatchObject({
      person: { name: 'ann of the company', role: 'operator' },
    });
    const other: Jar = new Map();
    await enter(other, new Map(), 'bob');
    expect(await (await second.session(other)).json()).toMatchObject({
      person: { name: 'bob of the company', role: 'admin' },
    });
  });

  test('leaves out a person without a role, and one who said no', async () => {
    const jar: Jar = new Map();
    const refused = await enter(jar, new Map(), 'eve');
    expect([refused.status, await refused.text()]).toEqual([
      403,
      expect.stringContaining('You have no access'),
    ]);
    const cancelled = await enter(jar, new Map(), 'nobody');
    expect([cancelled.status, await cancelled.text()]).toEqual([
      403,
      expect.stringContaining('said no'),
    ]);
    expect(jar.size).toBe(0);
  });

  test('ends the session on both replicas, and cuts what the other replica answers', async () => {
    const [jar, atProvider]: Jar[] = [new Map(), new Map()];
    await enter(jar!, atProvider!, 'ann');
    const others: Jar = new Map();
    await enter(others, new Map(), 'ann');
    const reading = first.ask('/api/numbers', jar);
    await expect.poll(() => first.waiting).toHaveLength(1);
    expect((await signOutAt(idp.issuer, atProvider!)).status).toBe(303);
    expect((await reading).status).toBe(401);
    for (const replica of [first, second]) {
      expect((await replica.session(jar!)).status).toBe(401);
      expect((await replica.session(others)).status).toBe(200);
    }
  });

  test('lets nobody in while the store hangs, and clears no cookie', async () => {
    const jar: Jar = new Map();
    const { address } = await first.begin(jar);
    const back = await visit(address, new Map(), { login: 'ann' });
    sharedStore.redis.freeze();
    const refused = await second.ask(back.pathname + back.search, jar);
    expect([refused.status, refused.headers.getSetCookie()]).toEqual([503, []]);
    sharedStore.redis.thaw();
  });
});
