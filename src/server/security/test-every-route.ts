import type { Hono } from 'hono';
import type { AppEnv } from '../app-env.ts';

export interface Route {
  method: string;
  path: string;
}

/** For specs: every route of the router, so that a route added later is tested too. */
export function everyRoute(app: Hono<AppEnv>): Route[] {
  const routes = app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => ({
      method,
      path: path.replace(/:\w+/g, 'num-sip').replace(/\/\*$/, '/'),
    }));
  const unique = new Map(routes.map((route) => [`${route.method} ${route.path}`, route]));
  return [...unique.values()];
}

export const isApi = ({ path }: Route) => path.startsWith('/api/');
