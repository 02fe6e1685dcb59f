import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { AppEnv } from '../../app-env.ts';
import { basePathOf } from '../../base-path.ts';
import { logProblem } from '../../log-problem.ts';
import { ProblemError } from '../../problem-error.ts';
import type { OutboundProxy } from '../../read-proxy.ts';
import { securityEvent } from '../../security-event.ts';
import type { Shared } from '../../shared/shared.ts';
import type { SealKeys } from '../../upstream/seal.ts';
import { signInLimit } from '../limits.ts';
import type { SignInGate } from '../sign-in.ts';
import { attemptMs, createAttempts, wayBack } from './attempts.ts';
import { backChannelLogout, endedMark } from './back-channel-logout.ts';
import type { OidcSettings } from './oidc-settings.ts';
import { createProvider } from './provider.ts';
import { createProviderFetch } from './provider-fetch.ts';
import { roleOf } from './role-rules.ts';
import { type FailureKind, SignInFailure, toFailure } from './sign-in-failure.ts';
import { donePage, failedPage } from './sign-in-page.ts';

interface CompanyOptions {
  settings: OidcSettings;
  publicOrigin: URL;
  signIn: SignInGate;
  shared: Pick<Shared, 'sessions' | 'marks'>;
  /** The keys that all replicas seal with; null takes the secret of the client. */
  sealKeys: () => SealKeys | null;
  /** The proxy on the way to the provider. */
  proxy: OutboundProxy | null;
}

const statuses: Record<FailureKind, ContentfulStatusCode> = {
  elsewhere: 400,
  used: 400,
  signed_out: 400,
  refused: 403,
  reported: 502,
  away: 503,
  late: 502,
  distrusted: 502,
  no_role: 403,
};

const randomText = () => randomBytes(32).toString('base64url');
const statePattern = /^[\w-]{43}$/;

/**
 * Sign-in at the company's identity provider, below `/sign-in`:
 *
 * - `GET /?to&as`: sends the browser to the provider. `to` is the address to open afterwards,
 *   relative to the page; `as=other` asks for another person than the one whom the provider knows.
 * - `GET /callback`: takes the provider's answer, opens a session, and goes on to `to`.
 * - `POST /back-channel-logout`: takes the provider's message that somebody has logged out there.
 */
export function createCompany(options: CompanyOptions) {
  const { settings, publicOrigin, signIn, shared, sealKeys } = options;
  let secret = settings.clientSecret;
  const below = (path: string) => new URL(basePathOf(publicOrigin) + path, publicOrigin);
  const home = below('/');
  const paths = {
    styles: below('/sign-in.css').pathname,
    home: home.pathname,
    signIn: below('/sign-in').pathname,
  };
  const way = createProviderFetch(options.proxy);
  const provider = createProvider({
    settings,
    secret: () => secret,
    fetch: way.fetch,
    redirectUri: below('/sign-in/callback'),
  });
  const attempts = createAttempts(publicOrigin, () => sealKeys() ?? [secret]);

  async function finish(c: Context<AppEnv>): Promise<string> {
    const query = new URL(c.req.url).searchParams;
    const state = query.get('state') ?? '';
    const attempt = statePattern.test(state) ? attempts.find(c, state) : null;
    if (attempt === null) throw new SignInFailure('elsewhere');
    const isFirst = await shared.marks.use(`sign-in-${state}`, attemptMs);
    // From here on the attempt is over, whatever comes of it.
    attempts.end(c, state);
    if (!isFirst) throw new SignInFailure('used');
    const { nonce, verifier, to, replaced } = attempt;
    const expected = { state, nonce, verifier };
    const { vouched, leftOut } = await provider.redeem(query.toString(), expected);
    if (leftOut !== null) {
      c.var.log.warn({ person: vouched.name, reason: leftOut }, 'groups of a person left out');
    }
    const role = roleOf(settings.roles, vouched.groups);
    if (role === null) {
      const { name, provider } = vouched;
      securityEvent(c, 'forbidden', { person: name, subject: provider?.subject });
      throw new SignInFailure('no_role');
    }
    const { provider: at } = vouched;
    const hasLeft = async () =>
      at !== null && at.sid !== null && shared.marks.isUsed(endedMark(at.issuer, at.sid));
    const isIn = await signIn.enterAs(c, { ...vouched, role }, replaced, hasLeft);
    if (!isIn) throw new SignInFailure('signed_out');
    return to;
  }

  function answerFailed(error: Error, c: Context<AppEnv>) {
    if (error instanceof ProblemError) {
      logProblem(c, error);
      c.header('retry-after', String(Math.ceil((error.retryAfterMs ?? 1000) / 1000)));
      return c.html(failedPage('busy', paths), 503);
    }
    const failure = toFailure(error);
    if (failure === null) {
      logProblem(c, ProblemError.unexpected(error));
      return c.html(failedPage('internal', paths), 500);
    }
    const { kind, reason } = failure;
    // A person without a role has a line of its own in the log.
    if (kind !== 'no_role') securityEvent(c, 'sign_in_failed', { by: 'company', reason });
    return c.html(failedPage(kind, paths), statuses[kind]);
  }

  const pages = new Hono<AppEnv>()
    .use(signInLimit())
    .get('/', async (c) => {
      const state = randomText();
      const [nonce, verifier] = [randomText(), randomText()];
      const asOther = c.req.query('as') === 'other';
      const address = await provider.signInAddress({ state, nonce, verifier }, asOther);
      const to = wayBack(c.req.query('to'), home);
      attempts.begin(c, state, { nonce, verifier, to, replaced: signIn.handleIn(c) });
      return c.redirect(address.href);
    })
    .get('/callback', async (c) => {
      // A program that only looks at links must not use up an answer.
      if (c.req.method === 'HEAD') return c.notFound();
      return c.html(donePage(await finish(c), paths));
    });
  pages.onError(answerFailed);

  const route = new Hono<AppEnv>()
    .use(async (c, next) => {
      await next();
      c.res.headers.set('cache-control', 'no-store');
    })
    .route('/back-channel-logout', backChannelLogout({ provider, shared }))
    .route('/', pages);

  return {
    route,
    changeSecret(next: string) {
      secret = next;
    },
    changeProxy: way.changeProxy,
    close: way.close,
  };
}

export type Company = ReturnType<typeof createCompany>;
