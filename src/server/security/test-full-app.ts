import type { IncomingMessage } from 'node:http';
import { pino } from 'pino';
import type { NumberPage } from '#contract/number.ts';
import { createCompany } from '../guard/oidc/company.ts';
import type { OidcSettings } from '../guard/oidc/oidc-settings.ts';
import { createSignIn } from '../guard/sign-in.ts';
import { testKeeper } from '../history/test-keeper.ts';
import { personOfPassword } from '../people/person.ts';
import { ownDatabase } from '../shared/common-test-redis.ts';
import { createMemoryMarks } from '../shared/marks.ts';
import { createMemorySessions } from '../shared/sessions.ts';
import type { Shared } from '../shared/shared.ts';
import { connectStore } from '../shared/shared-store.ts';
import { readStoreAddress } from '../shared/store-address.ts';
import { createStoreSessions } from '../shared/store-sessions.ts';
import { createStoreThrottle } from '../shared/store-throttle.ts';
import { createMemoryThrottle } from '../shared/throttle.ts';
import { createTestApp, ownHeaders, type TestAppChanges } from '../test-app.ts';
import type { Asking } from '../upstream/upstream.ts';

export const password = 'correct horse';
const usualHash =
  'scrypt$32768$8$3$uT0d4QxoNAL1WTfJk0Bgow$pBJj93_pCAWwRZcvDitGQcfuzga0_5zPyidFW3vjNkg';

/** `fetch` refuses this port, so the provider seems to be away. */
const awayProvider: OidcSettings = {
  issuer: new URL('http://localhost:1'),
  clientId: 'rented-numbers',
  clientSecret: 'a-secret-of-the-client',
  scopes: 'openid',
  groupsClaim: 'groups',
  roles: [{ role: 'viewer', group: '*' }],
  clockToleranceS: 30,
};

interface Changes extends TestAppChanges {
  answer?: (asking: Asking) => Promise<NumberPage>;
  now?: () => number;
  /** The hash of another password than the usual one. */
  passwordHash?: string;
  /** Where sessions and wrong passwords are kept; in memory by default. */
  shared?: Pick<Shared, 'sessions' | 'throttle'>;
}

/**
 * Sessions and wrong passwords: in memory or, with `TEST_SHARED=true`, in a store. A clock of the
 * spec's own is for memory only.
 */
async function createStores(now?: () => number): Promise<Pick<Shared, 'sessions' | 'throttle'>> {
  const url = now ? undefined : ownDatabase(Number(process.env.VITEST_POOL_ID));
  if (url === undefined) {
    return { sessions: createMemorySessions(now), throttle: createMemoryThrottle() };
  }
  const sharedStore = connectStore(readStoreAddress(url)!, pino({ level: 'silent' }));
  await sharedStore.firstUp;
  return {
    sessions: createStoreSessions(sharedStore, 0),
    throttle: createStoreThrottle(sharedStore),
  };
}

/** The connection of a request, with only the parts that the guards read. */
const connection = (path: string, host: string, remoteAddress: string) => ({
  incoming: {
    url: path,
    rawHeaders: ['Host', host],
    socket: { remoteAddress },
    // The guards take an IncomingMessage; without a socket a spec has only these parts.
  } as unknown as IncomingMessage,
});

/**
 * For specs: the app with everything turned on, its log, and somebody who is signed in. The
 * company's provider is away.
 */
export async function createFullApp({
  answer,
  now,
  shared,
  passwordHash = usualHash,
  ...changes
}: Changes = {}) {
  const { publicOrigin = null } = changes;
  const { sessions: store, throttle } = shared ?? (await createStores(now));
  const signIn = createSignIn({
    passwordHash,
    issuer: new URL('https://id.example'),
    store,
    throttle,
    publicOrigin,
  });
  const company = createCompany({
    settings: awayProvider,
    publicOrigin: publicOrigin ?? new URL('http://localhost:3000'),
    signIn,
    shared: { sessions: store, marks: createMemoryMarks() },
    sealKeys: () => null,
    proxy: null,
  });
  const text: string[] = [];
  const { app, asked } = createTestApp(answer, {
    signIn,
    company,
    history: testKeeper(),
    sessions: store,
    allowTokenReveal: true,
    logger: pino({ level: 'trace' }, { write: (line) => void text.push(line) }),
    ...changes,
  });
  const enter = async () => `sid=${await store.create(personOfPassword(passwordHash))}`;
  let cookie = await enter();

  /** Sends a request like a script of ours, from an address; signed in unless `cookie` is given. */
  const ask = async (path: string, init: RequestInit = {}, address = '127.0.0.1') => {
    const headers = new Headers({ ...ownHeaders, cookie });
    new Headers(init.headers).forEach((value, name) => {
      headers.set(name, value);
    });
    const host = headers.get('host') ?? '';
    return app.request(path, { ...init, headers }, connection(path, host, address));
  };

  return {
    app,
    ask,
    asked,
    changePassword: signIn.changePassword,
    store,
    throttle,
    get cookie() {
      return cookie;
    },
    /** A new session, where the last one was ended. */
    async enterAgain() {
      cookie = await enter();
    },
    logText: () => text.join(''),
    log: () => text.map((line): Record<string, unknown> => JSON.parse(line)),
    signIn: (given: string, address?: string, headers = {}) =>
      ask(
        '/api/session',
        {
          method: 'POST',
          headers: { 'content-type': 'application/json', cookie: '', ...headers },
          body: JSON.stringify({ password: given }),
        },
        address,
      ),
  };
}

/** The cookie of an answer as a browser sends it back; '' when none is set. */
export const cookieOf = (response: Response) =>
  (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
