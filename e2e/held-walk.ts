import type { Page } from '@playwright/test';
import { type Dashboard, expect } from './faults/dashboard.ts';
import { answerWell, type Exchange, type RawUpstream } from './faults/raw-upstream.ts';
import { statusLine } from './table.ts';

/** Rows of the account that a page loads ahead by itself. */
export const loadedBefore = 100;

/**
 * Whether a request comes from a walk: a walk divides the list by voice and messaging, the page
 * does not.
 */
const isOfWalk = ({ query }: Exchange) => query.has('messaging');

/**
 * The row in the cursor, with which the page begins; rows are numbered in the order of the list.
 */
const firstRow = ({ query }: Exchange) => Number.parseInt(query.get('next')?.slice(1) ?? '0', 10);

/** Holds the requests of a walk from a given row on. */
export function holdWalk(upstream: RawUpstream) {
  const held: Exchange[] = [];
  function holdAt(row: number) {
    const isBeyond = (exchange: Exchange) => isOfWalk(exchange) && firstRow(exchange) >= row;
    upstream.set((exchange) => void held.push(exchange), { where: isBeyond });
    // Requests beyond the new row are held again.
    for (const exchange of held.splice(0)) {
      if (isBeyond(exchange)) held.push(exchange);
      else answerWell(exchange);
    }
  }
  return {
    /** Requests that wait for an answer, or were cancelled while they waited. */
    held,
    holdAt,
    release: () => holdAt(Number.POSITIVE_INFINITY),
  };
}

/**
 * Opens the page of a large account, starts to load all of it, and stops at `row` rows. Two chains
 * of the walk have rows, the even and the odd ones; both have then come as far.
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
