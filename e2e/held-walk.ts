import type { Page } from '@playwright/test';
import { type Dashboard, expect } from './faults/dashboard.ts';
import { answerWell, type Exchange, type RawUpstream } from './faults/raw-upstream.ts';
import { statusLine } from './table.ts';

/** A page may be held back for as long as a test needs. */
export const unhurried = { UPSTREAM_TIMEOUT_MS: '60000', UPSTREAM_DEADLINE_MS: '60000' };

/** Rows of the account that a page loads ahead by itself. */
export const loadedBefore = 100;

/** Whether a walk asks, which divides the list by voice and messaging; the page's own list does not. */
const isOfWalk = ({ query }: Exchange) => query.has('messaging');

/** The row that a page begins with, which the cursor names; rows are numbered as they are listed. */
const firstRow = ({ query }: Exchange) => Number.parseInt(query.get('next')?.slice(1) ?? '0', 10);

/** Lets a walk through to the rows from this one on, and no further. */
export function holdWalk(upstream: RawUpstream) {
  const held: Exchange[] = [];
  function holdAt(row: number) {
    const isBeyond = (exchange: Exchange) => isOfWalk(exchange) && firstRow(exchange) >= row;
    upstream.set((exchange) => void held.push(exchange), { where: isBeyond });
    // Those that are further still are held again.
    for (const exchange of held.splice(0)) {
      if (isBeyond(exchange)) held.push(exchange);
      else answerWell(exchange);
    }
  }
  return {
    /** What waits for an answer, or waited when it was given up. */
    held,
    holdAt,
    release: () => holdAt(Number.POSITIVE_INFINITY),
  };
}

/**
 * Opens a page of a large account, begins to load all of it, and stands still with `row` rows: both
 * chains of the walk that have rows, the even and the odd ones, have come as far.
 */
export async function openWalking(
  page: Page,
  { server, upstream }: Pick<Dashboard, 'server' | 'upstream'>,
  row = 160,
) {
  const walk = holdWalk(upstream);
  walk.holdAt(120);
  await page.goto(server.url);
  await expect(statusLine(page)).toContainText(`${loadedBefore} loaded, more available`);
  await statusLine(page).getByRole('button', { name: 'Load all' }).click();
  await expect(statusLine(page)).toContainText('Loading the whole list: 120 so far');
  walk.holdAt(row);
  await expect(statusLine(page)).toContainText(`Loading the whole list: ${row} so far`);
  return walk;
}
