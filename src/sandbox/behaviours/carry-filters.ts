import { rewriteLinks } from './rewrite-links.ts';

/** Links repeat the request's own parameters and its limit beside the cursor. */
export function carryFilters() {
  return rewriteLinks((link, { url }, { limit }) => {
    const params = new URLSearchParams(url.searchParams);
    params.delete('next');
    params.delete('prev');
    params.set('limit', String(limit));
    for (const [key, cursor] of link.searchParams) params.set(key, cursor);
    link.search = params.toString();
    return link.href;
  });
}
