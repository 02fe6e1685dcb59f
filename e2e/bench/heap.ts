import type { Browser, Page } from '@playwright/test';
import { openEmptyPage } from './held-list.ts';
import type { Outcome } from './outcome.ts';
import { round } from './statistics.ts';

const mostMb = 120;

/** The JavaScript heap after a garbage collection, with the array buffers outside of it, in MB. */
async function heapMb(page: Page) {
  const client = await page.context().newCDPSession(page);
  for (const _ of 'twice') await client.send('HeapProfiler.collectGarbage');
  const usage: Record<string, number> = { ...(await client.send('Runtime.getHeapUsage')) };
  await client.detach();
  const { usedSize = 0, backingStorageSize = 0 } = usage;
  return { mb: (usedSize + backingStorageSize) / 1e6, usage };
}

/**
 * The heap of the list over that of an empty page, after the list was searched, sorted and
 * scrolled.
 */
export async function benchHeap(browser: Browser, page: Page): Promise<Outcome> {
  const held = await heapMb(page);
  const blank = await openEmptyPage(browser);
  const empty = await heapMb(blank);
  await blank.context().close();
  const mb = held.mb - empty.mb;
  return {
    measured: `${round(mb)} MB after search, sorts and flings`,
    reached: mb <= mostMb,
    figures: { mb, held: held.usage, empty: empty.usage },
  };
}
