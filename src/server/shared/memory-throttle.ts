import { LRUCache } from 'lru-cache';
import {
  busyMs,
  forgottenAfterMs,
  type Outcome,
  type Throttle,
  throttled,
  waitAfter,
} from './throttle.ts';

const mostClients = 10_000;

interface Record {
  wrong: number;
  /** The client's next try is refused before this moment. */
  until: number;
  isBusy: boolean;
}

/** Wrong passwords in the memory of this process. */
export function createMemoryThrottle(now: () => number = () => performance.now()): Throttle {
  const clients = new LRUCache<string, Record>({ max: mostClients, ttl: forgottenAfterMs });
  let ofAll = { wrong: 0, until: 0 };

  function countWrong(): number {
    if (now() >= ofAll.until) ofAll = { wrong: 0, until: now() + forgottenAfterMs };
    ofAll.wrong += 1;
    return ofAll.wrong;
  }

  return {
    async begin(client) {
      const record = clients.get(client) ?? { wrong: 0, until: 0, isBusy: false };
      if (now() < record.until) throw throttled(Math.ceil(record.until - now()));
      if (record.isBusy) throw throttled(busyMs);
      record.isBusy = true;
      clients.set(client, record);
      return async (outcome: Outcome) => {
        record.isBusy = false;
        if (outcome === 'unchecked') return;
        record.wrong = outcome === 'right' ? 0 : record.wrong + 1;
        record.until = outcome === 'right' ? 0 : now() + waitAfter(record.wrong, countWrong());
      };
    },
  };
}
