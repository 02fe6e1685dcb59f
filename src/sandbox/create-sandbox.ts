import { Hono } from 'hono';
import { apiError } from './api-error.ts';
import { createRandom } from './data/random.ts';
import { createTodaysList } from './days/day-lists.ts';
import { behaviourOf, firstList } from './first-list.ts';
import type { ScenarioName } from './scenarios.ts';
import { servePage } from './serve-page.ts';

/** Resolves after `ms` milliseconds, or at once when the client goes away. Never rejects. */
function wait(ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0 || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, ms);
    signal.addEventListener('abort', finish);
  });
}

/**
 * A function that holds each answer back for about `latencyMs` milliseconds (drawn from the seed,
 * one draw an answer), but no longer than the client waits. 0 holds nothing back.
 *
 * @param jitter the most an answer strays from the latency, as a share of it
 */
export function createHold(latencyMs: number, seed: number, jitter = 0.15) {
  const random = createRandom(seed);
  return (signal: AbortSignal): Promise<void> =>
    wait(latencyMs * (1 + jitter * (2 * random.next() - 1)), signal);
}

/**
 * Whether an Authorization header carries this account's HTTP Basic credentials (RFC 7617): user is
 * the account SID, password the auth token. A plain comparison: there is no real secret here.
 */
function hasCredentials(
  header: string | undefined,
  accountSid: string,
  authToken: string,
): boolean {
  const encoded = /^Basic +([\w+/=-]+) *$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return false;
  return Buffer.from(encoded, 'base64').toString('utf8') === `${accountSid}:${authToken}`;
}

export interface SandboxSettings {
  /** How many numbers the account rents: 0 to 1,000,000. */
  numbers: number;
  /** Mean time each answer takes, in milliseconds; 0 answers at once. */
  latencyMs: number;
  /** Decides every row, cursor and delay. */
  seed: number;
  scenario: ScenarioName | null;
  /** The only account there is, and its password: HTTP Basic, as upstream. */
  accountSid: string;
  authToken: string;
  /**
   * Midnight in UTC of a day, in epoch milliseconds: the list moves on with each day since. null,
   * the default, leaves the list as it is.
   */
  firstDay?: number | null;
}

/**
 * The Apifonica stand-in as a Hono app: `GET /v2/accounts/{accountSID}/numbers` as documented, 401
 * without the account's credentials, 403 for another account, 405 for another method, 404 for
 * another path. Errors have the vendor's error shape. The answer is made when the request arrives
 * and then held back, so that overlapping requests meet a scenario in the order they came.
 *
 * Source: Apifonica, "Get List of Rented Numbers". Throws RangeError on an impossible `numbers`.
 */
export function createSandbox(settings: SandboxSettings): Hono {
  const { seed, accountSid, authToken, scenario, firstDay = null } = settings;
  const behaviour = behaviourOf(scenario);
  const todaysList = createTodaysList(firstList(settings, behaviour), { seed, firstDay });
  const hold =
    behaviour.exactLatencyMs === undefined
      ? createHold(settings.latencyMs, seed)
      : createHold(behaviour.exactLatencyMs, seed, 0);
  let received = 0;

  return new Hono()
    .use(async (c, next) => {
      const { signal } = c.req.raw;
      await next();
      await hold(signal);
    })
    .all('/v2/accounts/:accountSid/numbers', (c) => {
      // Hono answers HEAD through GET and drops the body, as RFC 9110 section 9.3.2 wants.
      if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
        return apiError(405, 'Method not allowed', { headers: { Allow: 'GET, HEAD' } });
      }
      if (!hasCredentials(c.req.header('Authorization'), accountSid, authToken)) {
        const headers = { 'WWW-Authenticate': 'Basic realm="Apifonica sandbox"' };
        return apiError(401, 'Authentication failed', { headers });
      }
      if (c.req.param('accountSid') !== accountSid) {
        return apiError(403, 'Access to the account is forbidden');
      }
      received += 1;
      const request = {
        ordinal: received,
        url: new URL(c.req.url),
        accountSid,
        signal: c.req.raw.signal,
      };
      return behaviour.answer?.(request) ?? servePage(request, { ...todaysList(), behaviour });
    })
    .notFound(() => apiError(404, 'Resource not found'));
}
