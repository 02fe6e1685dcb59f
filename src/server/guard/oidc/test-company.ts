import { createFullApp } from '../../security/test-full-app.ts';
import { createMemoryMarks } from '../../shared/marks.ts';
import { createMemorySessions } from '../../shared/sessions.ts';
import type { Shared } from '../../shared/shared.ts';
import { createMemoryThrottle } from '../../shared/throttle.ts';
import { ownHosts } from '../allowed-hosts.ts';
import { createSignIn } from '../sign-in.ts';
import { createCompany } from './company.ts';
import type { OidcSettings } from './oidc-settings.ts';
import { readRoleRules } from './role-rules.ts';
import { clientId, clientSecret } from './test-issuer.ts';

interface TestCompanyOptions {
  issuer: string;
  origin?: string;
  shared?: Pick<Shared, 'sessions' | 'marks'>;
  settings?: Partial<OidcSettings>;
}

/** The cookies of a browser, by name. */
export type Jar = Map<string, string>;

/** Keeps the cookies that an answer sets, as a browser does. */
export function keep(jar: Jar, { headers }: Response): void {
  for (const line of headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/max-age=0/i.test(line)) jar.delete(name);
    else jar.set(name, value);
  }
}

const cookieOf = (jar: Jar) => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

/** For specs: one replica of the app with company sign-in, at `https://numbers.example`. */
export async function createTestCompany({
  issuer,
  origin = 'https://numbers.example',
  shared = { sessions: createMemorySessions(), marks: createMemoryMarks() },
  settings = {},
}: TestCompanyOptions) {
  const publicOrigin = new URL(origin);
  const signIn = createSignIn({
    passwordHash: null,
    issuer: new URL(issuer),
    store: shared.sessions,
    throttle: createMemoryThrottle(),
    publicOrigin,
  });
  const company = createCompany({
    settings: {
      issuer: new URL(issuer),
      clientId,
      clientSecret,
      scopes: 'openid profile email',
      groupsClaim: 'groups',
      roles: readRoleRules('admin=leads,operator=ops').rules,
      clockToleranceS: 30,
      ...settings,
    },
    publicOrigin,
    signIn,
    shared,
    sealKeys: () => null,
    proxy: null,
  });
  const waiting: AbortSignal[] = [];
  const full = await createFullApp({
    // The upstream answers nothing until the request is cut.
    answer: ({ signal }) =>
      new Promise((_, reject) => {
        waiting.push(signal);
        signal.addEventListener('abort', () => reject(signal.reason));
      }),
    signIn,
    company,
    sessions: shared.sessions,
    publicOrigin,
    hosts: () => ownHosts(3000, publicOrigin),
  });
  const { host } = publicOrigin;

  async function ask(path: string, jar: Jar = new Map(), init: RequestInit = {}) {
    const headers = { host, cookie: cookieOf(jar), ...(init.headers as object) };
    const response = await full.ask(path, { ...init, headers });
    keep(jar, response);
    return response;
  }

  /** Begins a sign-in: the address at the provider, with its state and nonce. */
  async function begin(jar: Jar, query = '') {
    const response = await ask(`/sign-in${query}`, jar);
    const address = new URL(response.headers.get('location') ?? 'about:blank');
    const { searchParams } = address;
    return {
      response,
      address,
      state: searchParams.get('state') ?? '',
      nonce: searchParams.get('nonce') ?? '',
    };
  }

  return {
    ...full,
    shared,
    company,
    /** The signals of requests for numbers, which wait until they are cut. */
    waiting,
    ask,
    begin,
    /** Comes back from the provider. */
    comeBack: (jar: Jar, query: Record<string, string>) =>
      ask(`/sign-in/callback?${new URLSearchParams(query)}`, jar),
    /** The session as the page sees it. */
    session: (jar: Jar) => ask('/api/session', jar),
    postLogout: (fields: Record<string, string> | string, init: RequestInit = {}) =>
      ask('/sign-in/back-channel-logout', new Map(), {
        method: 'POST',
        body: new URLSearchParams(fields).toString(),
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-requested-by': '',
          ...(init.headers as object),
        },
      }),
  };
}
