import type { NumberPage } from '#contract/number.ts';

/** A page, and whether the list had to be started again to reach it. */
export type ListPage = NumberPage & { restarted?: true };

/**
 * Goes on with a list whose cursor was lost: walks it again from its first page until a page holds
 * something new. The result is one page of everything read on the way; merged by `number_sid` it
 * brings known rows up to date in their places, so that the reader keeps theirs. Rows left out are
 * those on the way beyond the ones already counted: broken rows have no identity to be merged by.
 */
export async function catchUp(
  loaded: readonly NumberPage[],
  getPage: (cursor: string | null) => Promise<NumberPage>,
): Promise<ListPage> {
  const known = new Set(loaded.flatMap((page) => page.numbers.map((row) => row.number_sid)));
  let page = await getPage(null);
  const numbers = [...page.numbers];
  let { skipped } = page;
  while (page.next !== null && page.numbers.every((row) => known.has(row.number_sid))) {
    page = await getPage(page.next);
    numbers.push(...page.numbers);
    skipped += page.skipped;
  }
  const counted = loaded.reduce((sum, earlier) => sum + earlier.skipped, 0);
  return { ...page, numbers, skipped: Math.max(0, skipped - counted), restarted: true };
}
