import type { QueryClient } from '@tanstack/react-query';
import { routes } from '#contract/routes.ts';
import { addressSelection } from '../address/address.ts';
import { currentAddress } from '../address/address-bar.ts';
import { isPreloading } from '../lib/preload.ts';
import { numberQueries } from './queries.ts';

/** Longer than this nobody should look at an empty page. */
const patienceMs = 60;

/** Whether the page of numbers that was asked for along with the HTML comes at once, and whole. */
const isHere = () =>
  new Promise<boolean>((resolve) => {
    const { pathname } = new URL(`.${routes.numbers}`, location.href);
    setTimeout(resolve, patienceMs, false);
    new PerformanceObserver((list, observer) => {
      for (const entry of list.getEntries() as PerformanceResourceTiming[]) {
        if (new URL(entry.name).pathname !== pathname) continue;
        observer.disconnect();
        resolve(entry.responseStatus === 200);
      }
    }).observe({ type: 'resource', buffered: true });
  });

/**
 * Takes the first page of numbers where it is here already, so that nothing has to stand in for its
 * rows. One that failed or takes longer is left to the list, with what it says of that.
 */
export async function takeFirstPage(client: QueryClient): Promise<void> {
  if (!isPreloading() || !(await isHere())) return;
  const selection = addressSelection(currentAddress());
  await client.prefetchInfiniteQuery(numberQueries.list({ selection, refreshes: 0 }));
}
