import type { QueryClient } from '@tanstack/react-query';
import { routes } from '#contract/routes.ts';
import { addressSelection } from '../address/address.ts';
import { currentAddress } from '../address/address-bar.ts';
import { isPreloading } from '../lib/preload.ts';
import { numberQueries } from './queries.ts';

/** The longest time that the page may stay empty. */
const patienceMs = 60;

/** Whether the preloaded first page of numbers arrives in time and in full. */
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
 * Takes the preloaded first page of numbers, so that its rows need no placeholders. A preload that
 * failed or is slow is left to the list, which reports it.
 */
export async function takeFirstPage(client: QueryClient): Promise<void> {
  if (!isPreloading() || !(await isHere())) return;
  const address = currentAddress();
  const { account } = address;
  const selection = addressSelection(address);
  // The list reports a failure.
  await client
    .infiniteQuery(numberQueries.list({ account, selection, refreshes: 0 }))
    .catch(() => {});
}
