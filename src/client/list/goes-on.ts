import type { ListPage, ListPlace } from './catch-up.ts';

interface Loaded {
  pages: readonly ListPage[];
  pageParams: readonly ListPlace[];
}

/** Whether a page takes the list further: one that leads to a cursor followed before does not. */
export function goesOn(page: ListPage, loaded: Loaded | undefined): boolean {
  if (page.next === null || !loaded) return true;
  // A list that was started again passes its earlier cursors a second time.
  const since = loaded.pages.findLastIndex(({ restarted }) => restarted) + 1;
  return !loaded.pageParams.slice(since).some(({ cursor }) => cursor === page.next);
}
