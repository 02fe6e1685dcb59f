import type { NumberPage } from '#contract/number.ts';
import { ApiError } from '../lib/api-error.ts';
import { goesOn } from './goes-on.ts';
import { createPageMerger } from './merge-pages.ts';

/** The place of a page: the part of the selection, and the cursor before the page. */
export interface ListPlace {
  part: number;
  cursor: string | null;
}

/** A page, and whether the list had to be started again to reach it. */
export type ListPage = NumberPage & { restarted?: true };

/**
 * Goes on with a part of a list whose cursor was lost: walks it again from its first page until a page holds
 * something new. The result is one page of everything read on the way; merged by `number_sid` it
 * brings known rows up to date in their places, so that the reader keeps theirs. Rows left out are
 * those on the way beyond the ones already counted: broken rows have no identity to be merged by.
 *
 * @throws ApiError `pages_loop` when the list leads in circles.
 */
export async function catchUp(
  loaded: readonly NumberPage[],
  part: number,
  getPage: (cursor: string | null) => Promise<NumberPage>,
): Promise<ListPage> {
  const known = new Set(loaded.flatMap((page) => page.numbers.map((row) => row.number_sid)));
  let page = await getPage(null);
  const merge = createPageMerger();
  const walked = { pages: [page], pageParams: [{ part, cursor: null }] as ListPlace[] };
  while (page.next !== null && page.numbers.every((row) => known.has(row.number_sid))) {
    walked.pageParams.push({ part, cursor: page.next });
    page = await getPage(page.next);
    const isCircle = !goesOn(page, walked);
    walked.pages.push(page);
    if (isCircle || merge(walked.pages).isEndless) throw new ApiError('pages_loop');
  }
  const numbers = walked.pages.flatMap((one) => one.numbers);
  const skipped = walked.pages.reduce((sum, one) => sum + one.skipped, 0);
  const counted = loaded.reduce((sum, earlier) => sum + earlier.skipped, 0);
  return { ...page, numbers, skipped: Math.max(0, skipped - counted), restarted: true };
}
