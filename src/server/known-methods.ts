import type { Hono } from 'hono';
import { routes } from '#contract/routes.ts';
import type { AppEnv } from './app-env.ts';

/**
 * Paths without `HEAD`. It would do the work of `GET`: a walk of the whole list, or the sign-in
 * callback, whose code can be used only once.
 */
const withoutHead: readonly string[] = [routes.checks, `${routes.signIn}/callback`];

/** Whether a path fits a route's pattern, such as `/api/numbers/:number_sid/token` or `/*`. */
function matches(pattern: string, path: string): boolean {
  const source = pattern
    .split('/')
    .map((part) =>
      part.startsWith(':') ? '[^/]+' : part === '*' ? '.*' : part.replace(/[^\w]/g, '\\$&'),
    )
    .join('/');
  return new RegExp(`^${source}$`).test(path);
}

/** The methods that a path allows, from the router's own routes; none for an unknown path. */
export function knownMethods(app: Hono<AppEnv>, path: string): string[] {
  const methods = app.routes
    .filter(({ method, path: pattern }) => method !== 'ALL' && matches(pattern, path))
    // The page's catch-all does not serve addresses of the API, nor those of the sign-in.
    .filter(({ path: pattern }) => pattern !== '/*' || !/^\/(api|sign-in)(\/|$)/.test(path))
    .map(({ method }) => method);
  const hasHead = !withoutHead.includes(path);
  return [
    ...new Set(methods.flatMap((one) => (one === 'GET' && hasHead ? ['GET', 'HEAD'] : [one]))),
  ];
}
