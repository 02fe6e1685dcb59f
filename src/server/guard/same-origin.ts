import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../app-env.ts';
import { ProblemError } from '../problem-error.ts';
import { securityEvent } from '../security-event.ts';
import { ownOrigins } from './allowed-hosts.ts';

/**
 * The values that browsers send. Any other value is a stranger's text, which must not get into the
 * log.
 */
const knownSites = ['same-site', 'cross-site', 'none'];

interface Sender {
  site: string | undefined;
  origin: string | undefined;
  requestedBy: string | undefined;
}

/**
 * Whether a request comes from our own page, or from a script that names itself. Cookies do not
 * tell: SameSite ignores ports, so a page of another program on this machine sends them
 * (`same-site`).
 *
 * A browser sends `Sec-Fetch-Site`, but only to an origin that it trusts: https or loopback.
 * Otherwise, and from a script, the request needs `X-Requested-By`. A form or an image cannot send
 * this header, and a script of another site would need our permission first (CORS).
 */
function isOwn({ site, origin, requestedBy }: Sender, origins: () => ReadonlySet<string>): boolean {
  if (site !== undefined) return site === 'same-origin';
  return Boolean(requestedBy) && (origin === undefined || origins().has(origin));
}

/** Refuses every other request with 403, also reading: the answers hold data of an account. */
export const sameOrigin = (hosts: () => ReadonlySet<string>, publicOrigin: URL | null) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const sender = {
      site: c.req.header('sec-fetch-site'),
      origin: c.req.header('origin'),
      requestedBy: c.req.header('x-requested-by'),
    };
    if (!isOwn(sender, () => ownOrigins(hosts(), publicOrigin))) {
      const site = knownSites.find((known) => known === sender.site);
      securityEvent(c, 'cross_site_refused', { site });
      throw new ProblemError(
        'cross_site',
        'This address is for the dashboard’s own page. A script has to send the header X-Requested-By.',
      );
    }
    return next();
  });
