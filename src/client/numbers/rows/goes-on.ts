import type { ListPage, ListPlace } from './catch-up.ts';

/** Empty pages that a list may have in a row; the vendor documents none. */
const mostEmpty = 20;

interface Loaded {
  pages: readonly ListPage[];
  pageParams: readonly ListPlace[];
}

/**
 * Whether a page takes the list further. One that leads to a cursor followed before, or the latest
 * of many empty ones, would have it walked in circles for ever.
 */
export function goesOn(page: ListPage, loaded: Loaded | undefined): boolean {
  if (page.next === null || !loaded) return true;
  // A list that was started again passes its earlier cursors a second time.
  const since = loaded.pages.findLastIndex(({ restarted }) => restarted) + 1;
  if (loaded.pageParams.slice(since).some(({ cursor }) => cursor === page.next)) return false;
  const latest = loaded.pages.slice(-mostEmpty);
  return latest.length < mostEmpty || [...latest, page].some(({ numbers }) => numbers.length > 0);
}
