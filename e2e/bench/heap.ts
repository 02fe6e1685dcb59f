import type { Browser, Page } from '@playwright/test';
import { openEmptyPage } from './held-list.ts';
import type { Outcome } from './outcome.ts';
import { round } from './statistics.ts';

const mostMb = 120;

/** JavaScript's heap after garbage was collected, with array buffers, which lie beside it; in MB. */
async function heapMb(page: Page) {
  const client = await page.context().newCDPSession(page);
  for (const _ of 'twice') await client.send('HeapProfiler.collectGarbage');
  const usage: Record<string, number> = { ...(await client.send('Runtime.getHeapUsage')) };
  await client.detach();
  const { usedSize = 0, backingStorageSize = 0 } = usage;
  return { mb: (usedSize + backingStorageSize) / 1e6, usage };
}

/** What the list costs over the empty page of a browser, after it was searched, sorted and scrolled. */
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
