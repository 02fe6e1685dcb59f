import { Hono } from 'hono';
import type { AppEnv } from '../app-env.ts';
import type { SignInGate } from '../guard/sign-in.ts';
import { firstPageAddress } from './first-page.ts';
import { pageFiles } from './page-files.ts';

const oneYear = 'public, max-age=31536000, immutable';

/**
 * The built page. Only `/` is HTML: everything else is a file or 404, so that a missing asset never
 * arrives as a page with status 200.
 *
 * The answer to `/` names the first page of numbers in a preload link, so that the browser requests
 * it while the scripts load. The link is left out before sign-in, and for a browser without
 * `Sec-Fetch-Site`, which the preload request needs. `Server-Timing` tells the page of the link.
 */
export const pageRoute = (clientDir: string, signIn: SignInGate | null) =>
  new Hono<AppEnv>().get(
    '*',
    // Not in `onFound`: by then the answer is made and takes no further header.
    async (c, next) => {
      await next();
      if (c.res.status === 404) return;
      c.header('cache-control', c.req.path.startsWith('/assets/') ? oneYear : 'no-cache');
      if (c.req.path !== '/' || c.req.header('sec-fetch-site') === undefined) return;
      if (signIn !== null && !(await signIn.isSignedIn(c))) return;
      const address = firstPageAddress(new URL(c.req.url).searchParams);
      // Without `crossorigin`: with it, WebKit matches no request to the preload. Relative, because
      // a proxy may serve the page below a path.
      c.header('link', `<.${address}>; rel=preload; as=fetch`);
      c.header('server-timing', `preload;desc="${address}"`);
    },
    pageFiles(clientDir),
  );
