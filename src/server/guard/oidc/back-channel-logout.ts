import { type Context, Hono } from 'hono';
import { JOSEError } from 'jose/errors';
import * as v from 'valibot';
import type { AppEnv } from '../../app-env.ts';
import { logProblem } from '../../log-problem.ts';
import { ProblemError } from '../../problem-error.ts';
import { readFormText } from '../../read-body.ts';
import { securityEvent } from '../../security-event.ts';
import type { Shared } from '../../shared/shared.ts';
import { signInLimit } from '../limits.ts';
import { type LoggedOut, logoutTokenMs } from './claims.ts';
import type { Provider } from './provider.ts';

const mostBytes = 16 * 1024;
/** Longer than a message is valid, with the widest tolerance between two clocks. */
const markMs = 2 * logoutTokenMs + 10 * 60 * 1000;

/** Longer than it takes to open a session, once the provider has vouched for the person. */
const endedMs = 60 * 1000;

/** Marks a session of the provider that has just ended, for sign-ins that are being finished. */
export const endedMark = (issuer: string, sid: string) => `ended-${issuer} ${sid}`;

/** The library's codes for keys that could not be fetched; all others are faults of the message. */
const keysMissing = ['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'];

interface Deps {
  provider: Pick<Provider, 'readLogout'>;
  shared: Pick<Shared, 'sessions' | 'marks'>;
}

/** OpenID Connect Back-Channel Logout 1.0, section 2.8. */
const refused = (c: Context<AppEnv>, reason: string) => {
  securityEvent(c, 'logout_refused', { reason });
  return c.json({ error: 'invalid_request' }, 400);
};

/** @returns null when the message is not a valid one of the provider. */
async function readOrNull(provider: Deps['provider'], token: string): Promise<LoggedOut | null> {
  try {
    return await provider.readLogout(token);
  } catch (error) {
    const isInvalid = error instanceof JOSEError && !keysMissing.includes(error.code);
    if (isInvalid || error instanceof v.ValiError) return null;
    throw new ProblemError('busy', 'The keys of the provider cannot be fetched.', {
      retryAfterMs: 1000,
      cause: error,
    });
  }
}

/**
 * `POST` with the form field `logout_token`: the provider says that somebody has logged out there.
 * The sessions of that person end on every replica, and requests under way are cut. 200 means that
 * all of this is done; 503 means that nothing is.
 */
export function backChannelLogout({ provider, shared: { sessions, marks } }: Deps) {
  const route = new Hono<AppEnv>().use(signInLimit()).post('/', async (c) => {
    const fields = new URLSearchParams(await readFormText(c, mostBytes));
    const [token, ...others] = fields.getAll('logout_token');
    if (token === undefined || others.length > 0) return refused(c, 'no logout_token');
    const logout = await readOrNull(provider, token);
    if (logout === null) return refused(c, 'invalid logout_token');
    const mark = `logout-${logout.issuer} ${logout.jti}`;
    if (await marks.isUsed(mark)) return refused(c, 'repeated logout_token');
    // Before: a sign-in that ends meanwhile opens its session, and then looks for the mark.
    if (logout.sid !== undefined) await marks.use(endedMark(logout.issuer, logout.sid), endedMs);
    const ended = await sessions.endAll(logout);
    // Not before: a message that is not carried out may come again.
    await marks.use(mark, markMs);
    const persons = [...new Set(ended.map(({ name }) => name))];
    securityEvent(c, 'logout_by_provider', { persons, sessions: ended.length });
    return c.body(null, 200);
  });
  return route.onError((error, c) => {
    const problem = error instanceof ProblemError ? error : ProblemError.unexpected(error);
    logProblem(c, problem);
    if (problem.code === 'body_type' || problem.code === 'body_too_large') {
      return c.json({ error: 'invalid_request' }, 400);
    }
    c.header('retry-after', '1');
    return c.json({ error: 'temporarily_unavailable' }, problem.code === 'internal' ? 500 : 503);
  });
}
