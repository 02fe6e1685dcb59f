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
 * scripts are on their way; not for one who has to sign in first.
 */
export const pageRoute = (clientDir: string, signIn: SignInGate | null) =>
  new Hono<AppEnv>().get(
    '*',
    // Not in `onFound`: the answer is made before it is called, and takes no header any more.
    async (c, next) => {
      await next();
      if (c.res.status === 404) return;
      c.header('cache-control', c.req.path.startsWith('/assets/') ? oneYear : 'no-cache');
      if (c.req.path === '/' && (signIn === null || (await signIn.isSignedIn(c)))) {
        const address = firstPageAddress(new URL(c.req.url).searchParams);
        // `anonymous` is what `fetch` does to its own origin; Chromium matches no other.
        c.header('link', `<${address}>; rel=preload; as=fetch; crossorigin=anonymous`);
      }
    },
    pageFiles(clientDir),
  );
