import { type Context, Hono } from 'hono';
import { filterEntries } from '#contract/filters.ts';
import { routes } from '#contract/routes.ts';
import {
  type NumberSelection,
  pageFilterNames,
  selectionCodecs,
  selectionParts,
} from '#contract/selection.ts';
import { type Readers, readableAccounts } from '../accounts/account-of.ts';
import type { AppEnv } from '../app-env.ts';
import { pageFiles } from './page-files.ts';

/**
 * The address of the first request that the page will make, from the query of the page's address.
 * Like the page, it takes the first of repeated values and ignores unreadable values.
 *
 * @param account the id of the account, where the person may read several.
 */
export function firstPageAddress(query: URLSearchParams, account?: string): string {
  const values = pageFilterNames.flatMap((name) => {
    const text = query.get(name);
    const value = text === null ? null : selectionCodecs[name].parse(text);
    return value === null ? [] : [[name, value] as const];
  });
  // Each value came from the codec of its own name.
  const selection = Object.fromEntries(values) as NumberSelection;
  // A selection always has at least one part.
  const filters = filterEntries(selectionParts(selection)[0]!);
  const search = new URLSearchParams(account === undefined ? {} : { account });
  for (const [name, value] of filters) search.append(name, value);
  return search.size === 0 ? routes.numbers : `${routes.numbers}?${search}`;
}

const oneYear = 'public, max-age=31536000, immutable';

/** The address of the page's first request; null when the request would be refused. */
async function preloadAddress(c: Context<AppEnv>, readers: Readers): Promise<string | null> {
  if (readers.signIn !== null && (await readers.signIn.personOf(c)) === null) return null;
  const query = new URL(c.req.url).searchParams;
  // A page that shows a snapshot does not begin with the list of now.
  if (query.has('snapshot')) return null;
  const named = query.get('account') ?? undefined;
  const readable = await readableAccounts(c, readers);
  const isRefused = named !== undefined && !readable.some(({ id }) => id === named);
  if (isRefused || readable.length === 0) return null;
  return firstPageAddress(query, readable.length > 1 ? (named ?? readable[0]?.id) : named);
}

/**
 * The built page. Only `/` is HTML: everything else is a file or 404, so that a missing asset never
 * arrives as a page with status 200.
 *
 * The answer to `/` names the first page of numbers in a preload link, so that the browser requests
 * it while the scripts load. The link is left out before sign-in, and for a browser without
 * `Sec-Fetch-Site`, which the preload request needs. `Server-Timing` tells the page of the link.
 */
export const pageRoute = (clientDir: string, readers: Readers) =>
  new Hono<AppEnv>().get(
    '*',
    // Not in `onFound`: by then the answer is made and takes no further header.
    async (c, next) => {
      await next();
      if (c.res.status === 404) return;
      c.header('cache-control', c.req.path.startsWith('/assets/') ? oneYear : 'no-cache');
      if (c.req.path !== '/' || c.req.header('sec-fetch-site') === undefined) return;
      // The page comes also while the store of sessions is away.
      const address = await preloadAddress(c, readers).catch(() => null);
      if (address === null) return;
      // Without `crossorigin`: with it, WebKit matches no request to the preload. Relative, because
      // a proxy may serve the page below a path.
      c.header('link', `<.${address}>; rel=preload; as=fetch`);
      c.header('server-timing', `preload;desc="${address}"`);
    },
    pageFiles(clientDir),
  );
