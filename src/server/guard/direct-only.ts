import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../app-env.ts';
import { ProblemError } from '../problem-error.ts';
import { securityEvent } from '../security-event.ts';

/** Headers that only proxies add: a browser or a script on this machine sends none of them. */
const forwardingHeaders = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-forwarded-server',
  'x-real-ip',
  'x-client-ip',
  'x-cluster-client-ip',
  'true-client-ip',
  'cf-connecting-ip',
  'cf-ray',
  'fly-client-ip',
  'x-envoy-external-address',
  'x-original-host',
];

/**
 * Whether a proxy passed a request on, as far as the request shows: by a header, or by HTTP/1.0,
 * which nginx speaks unless told otherwise and browsers do not.
 */
export const isPassedOn = (c: Context<AppEnv>): boolean =>
  forwardingHeaders.some((name) => c.req.header(name) !== undefined) ||
  c.env?.incoming?.httpVersion === '1.0';

/**
 * Where no sign-in is on, everybody on this machine may see the numbers, and a proxy on this machine
 * would be one of them for everybody it serves. Requests that came through a proxy are refused.
 */
export const directOnly = createMiddleware<AppEnv>(async (c, next) => {
  if (!isPassedOn(c)) return next();
  securityEvent(c, 'forwarded_without_sign_in');
  throw new ProblemError(
    'forwarded',
    'A proxy passed this request on, and the dashboard has no sign-in. Set DASHBOARD_PASSWORD_FILE and PUBLIC_ORIGIN to use the dashboard through a proxy.',
  );
});
