import { setMaxListeners } from 'node:events';
import type { Logger } from 'pino';
import type { NumberFilters } from '#contract/filters.ts';
import type { Chain } from './chain.ts';
import type { Crawl, CrawlPage } from './crawl.ts';
import type { Priority } from './gate.ts';
import type { Position } from './list-address.ts';

/** The circumstances of one page request of a walk. */
interface AskingForPage {
  signal: AbortSignal;
  log: Logger;
  priority: Priority;
  /** Whether the page is for a quiet walk. */
  isQuiet: boolean;
  /** Called for each request that is sent for the page. */
  onRequest: () => void;
}

export interface PageSource {
  /** One page, requested each time and never cached. */
  askPage(
    filters: NumberFilters,
    position: Position | null,
    asking: AskingForPage,
  ): Promise<CrawlPage>;
  /**
   * Whether one more page may be requested now, beside the pages of all walks on their way. Those of
   * quiet walks take no room from others.
   */
  hasRoom(isQuiet: boolean): boolean;
}

export interface Arrival {
  chain: Chain;
  answer: { page: CrawlPage } | { error: unknown };
}

/** The requests of one walk; those of a quiet walk come after all others. */
export function createWalkRequests(
  source: PageSource,
  crawl: Crawl,
  { signal, log, isQuiet = false }: { signal: AbortSignal; log: Logger; isQuiet?: boolean },
) {
  const cancelling = new AbortController();
  const either = AbortSignal.any([signal, cancelling.signal]);
  // Each page on its way listens to the signal; Node would warn of a leak with more than ten
  // listeners.
  setMaxListeners(0, either);
  const onTheirWay = new Map<Chain, Promise<Arrival>>();
  let count = 0;
  const onRequest = () => {
    count += 1;
  };

  async function ask(chain: Chain): Promise<Arrival> {
    const priority = chain.kind === 'proof' && !isQuiet ? 'walk' : 'early';
    const asking = { signal: either, log, priority, isQuiet, onRequest } as const;
    try {
      const page = await source.askPage(chain.filters, chain.position, asking);
      return { chain, answer: { page } };
    } catch (error) {
      return { chain, answer: { error } };
    }
  }

  return {
    /** Requests sent so far. */
    count: () => count,
    /** Requests all pages that may be requested now, and at least one. */
    launch(): void {
      while (onTheirWay.size === 0 || source.hasRoom(isQuiet)) {
        const chain = crawl.next();
        if (chain === null) return;
        onTheirWay.set(chain, ask(chain));
      }
    },
    /** The next page that arrives; undefined when none is on its way. */
    async arrival(): Promise<Arrival | undefined> {
      if (onTheirWay.size === 0) return undefined;
      const arrived = await Promise.race(onTheirWay.values());
      onTheirWay.delete(arrived.chain);
      return arrived;
    },
    /** Ends the requests on their way. */
    cancel: () => cancelling.abort(),
  };
}
