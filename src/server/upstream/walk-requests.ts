import { setMaxListeners } from 'node:events';
import type { Logger } from 'pino';
import type { NumberFilters } from '#contract/filters.ts';
import type { Chain } from './chain.ts';
import type { Crawl, CrawlPage } from './crawl.ts';
import type { Priority } from './gate.ts';
import type { Position } from './list-address.ts';

/** How one page of a walk is asked for. */
export interface AskingForPage {
  signal: AbortSignal;
  log: Logger;
  priority: Priority;
  /** Told of each request that is sent for the page. */
  onRequest: () => void;
}

export interface PageSource {
  /** One page, asked for anew and remembered nowhere. */
  askPage(
    filters: NumberFilters,
    position: Position | null,
    asking: AskingForPage,
  ): Promise<CrawlPage>;
  /** Whether one more page may be asked for now, beside those of all walks that are on their way. */
  hasRoom(): boolean;
}

export interface Arrival {
  chain: Chain;
  answer: { page: CrawlPage } | { error: unknown };
}

/** The requests of one walk that are on their way. */
export function createWalkRequests(
  source: PageSource,
  crawl: Crawl,
  signal: AbortSignal,
  log: Logger,
) {
  const cancelling = new AbortController();
  const either = AbortSignal.any([signal, cancelling.signal]);
  // Each page that is on its way listens: with more than ten at once Node would warn of a leak.
  setMaxListeners(0, either);
  const onTheirWay = new Map<Chain, Promise<Arrival>>();
  let count = 0;
  const onRequest = () => {
    count += 1;
  };

  async function ask(chain: Chain): Promise<Arrival> {
    const priority = chain.kind === 'proof' ? 'walk' : 'early';
    const asking = { signal: either, log, priority, onRequest } as const;
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
    /** Asks for all pages that may be asked for now; for one at the least. */
    launch(): void {
      while (onTheirWay.size === 0 || source.hasRoom()) {
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
    /** Ends what is on its way. */
    cancel: () => cancelling.abort(),
  };
}
