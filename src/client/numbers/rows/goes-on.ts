import type { NumberPage } from '#contract/number.ts';

/** Empty pages that a list may have in a row; the vendor documents none. */
const mostEmpty = 20;

interface Loaded {
  pages: readonly NumberPage[];
  pageParams: readonly unknown[];
}

/**
 * Whether a page takes the list further. One that leads to a cursor followed before, or the latest
 * of many empty ones, would have it walked in circles for ever.
 */
export function goesOn(page: NumberPage, loaded: Loaded | undefined): boolean {
  if (page.next === null || !loaded) return true;
  if (loaded.pageParams.includes(page.next)) return false;
  const latest = loaded.pages.slice(-mostEmpty);
  return latest.length < mostEmpty || [...latest, page].some(({ numbers }) => numbers.length > 0);
}
