import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../app-env.ts';
import { ProblemError } from '../problem-error.ts';
import { securityEvent } from '../security-event.ts';

/** Headers that only proxies add: a browser or a script on this machine sends none of them. */
const forwardingHeader =
  /^(forwarded|via|cdn-loop|(true-|fly-|fastly-|x-|x-cluster-|x-azure-|cf-pseudo-)?client-?ip|cf-.+|x-(forwarded|original|real|envoy|amzn|azure)(-.+)?|x-host)$/;

/** Whether the browser opened the page at another address than the one in the request. */
function cameByAnotherName(c: Context<AppEnv>): boolean {
  const origin = c.req.header('origin');
  if (origin === undefined || c.req.header('sec-fetch-site') !== 'same-origin') return false;
  return !URL.canParse(origin) || new URL(origin).host !== c.req.header('host')?.toLowerCase();
}

/**
 * Whether a proxy passed a request on, as far as the request shows: by a header, by a page that has
 * another address in the browser, or by HTTP/1.0, which older proxies speak and browsers do not.
 */
export const isPassedOn = (c: Context<AppEnv>): boolean =>
  Object.keys(c.req.header()).some((name) => forwardingHeader.test(name)) ||
  cameByAnotherName(c) ||
  c.env?.incoming?.httpVersion === '1.0';

/**
 * Without a sign-in everybody on this machine may see the numbers, and a proxy on this machine
 * would show them to everybody it serves. So requests through a proxy are refused.
 */
export const directOnly = createMiddleware<AppEnv>(async (c, next) => {
  if (!isPassedOn(c)) return next();
  securityEvent(c, 'forwarded_without_sign_in');
  throw new ProblemError(
    'forwarded',
    'A proxy passed this request on, and the dashboard has no sign-in. Set DASHBOARD_PASSWORD_FILE and PUBLIC_ORIGIN to use the dashboard through a proxy.',
  );
});
