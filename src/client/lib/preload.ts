const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];

/**
 * The address that the server had the browser ask for along with the page, as `Server-Timing` says;
 * null once it is taken. Not on an origin that the browser does not trust: nothing is preloaded there.
 */
let address = navigation?.serverTiming?.find(({ name }) => name === 'preload')?.description ?? null;

/** Whether a request that nothing has taken yet left along with the page. */
export const isPreloading = () => address !== null;

/** The account that the server has chosen for that request, where there are several; null otherwise. */
export const preloadedAccount = () => new URLSearchParams(address?.split('?')[1]).get('account');

/** Whether the request for this address has left along with the page; once, as it has one answer. */
export function takePreload(asked: string): boolean {
  if (asked !== address) return false;
  address = null;
  return true;
}

/**
 * The options of a request that takes its answer from the preload. WebKit takes it only for a request
 * like that of the link itself, which has no headers of ours.
 */
export const asPreloaded = {
  mode: 'no-cors',
  credentials: 'include',
  headers: { 'X-Requested-By': undefined },
} as const;
