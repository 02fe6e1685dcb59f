import type { Page } from '@playwright/test';

/** Records the queries of the page's list requests, as objects, from now on; intercepts nothing. */
export function watchQueries(page: Page): Record<string, string>[] {
  const queries: Record<string, string>[] = [];
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname === '/api/numbers') queries.push(Object.fromEntries(searchParams));
  });
  return queries;
}

/** Records the paths and queries of all requests to our API from now on; intercepts nothing. */
export function watchRequests(page: Page): string[] {
  const requests: string[] = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith('/api/')) requests.push(pathname + search);
  });
  return requests;
}
