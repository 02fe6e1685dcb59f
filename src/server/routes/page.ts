import { Hono } from 'hono';
import type { AppEnv } from '../app-env.ts';
import type { SignInGate } from '../guard/sign-in.ts';
import { firstPageAddress } from './first-page.ts';
import { pageFiles } from './page-files.ts';

const oneYear = 'public, max-age=31536000, immutable';

/**
 * The built page. Only `/` is HTML: everything else is a file or 404, so that a missing asset
 * never arrives as a page with status 200.
 *
 * With `/` goes the address of the first page of numbers, so that the browser asks for it while the
 * scripts are on their way; not for one who has to sign in first, and not for a browser that sends no
 * `Sec-Fetch-Site`, which the request of a preload would need. `Server-Timing` tells the page.
 */
export const pageRoute = (clientDir: string, signIn: SignInGate | null) =>
  new Hono<AppEnv>().get(
    '*',
    // Not in `onFound`: the answer is made before it is called, and takes no header any more.
    async (c, next) => {
      await next();
      if (c.res.status === 404) return;
      c.header('cache-control', c.req.path.startsWith('/assets/') ? oneYear : 'no-cache');
      if (c.req.path !== '/' || c.req.header('sec-fetch-site') === undefined) return;
      if (signIn !== null && !(await signIn.isSignedIn(c))) return;
      const address = firstPageAddress(new URL(c.req.url).searchParams);
      // Without `crossorigin`, with which WebKit matches no request.
      // Relative, as a proxy may serve the page below a path.
      c.header('link', `<.${address}>; rel=preload; as=fetch`);
      c.header('server-timing', `preload;desc="${address}"`);
    },
    pageFiles(clientDir),
  );
