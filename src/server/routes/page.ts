import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

const oneYear = 'public, max-age=31536000, immutable';

/**
 * The built page. Only `/` is HTML: everything else is a file or 404, so that a missing asset
 * never arrives as a page with status 200.
 */
export const pageRoute = (clientDir: string) =>
  new Hono().get(
    '*',
    // Not in `onFound`: the answer is made before it is called, and takes no header any more.
    async (c, next) => {
      await next();
      if (c.res.status === 404) return;
      c.header('cache-control', c.req.path.startsWith('/assets/') ? oneYear : 'no-cache');
      // Of the plain file too, or a cache would take it for the only one.
      c.header('vary', 'Accept-Encoding');
    },
    serveStatic({ root: clientDir, precompressed: true }),
  );
