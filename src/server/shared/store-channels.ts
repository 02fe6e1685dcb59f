import type { Redis } from 'ioredis';

const pingEveryMs = 1000;

/** The messages that the store passes on to whoever listens. */
export interface StoreChannels {
  /** Takes the messages of a channel, until the returned function is called. */
  listen(channel: string, take: (message: string) => void): () => void;
  /**
   * Calls a function after each loss of the connection that listens, once it listens again:
   * messages may have been lost meanwhile.
   */
  onMissed(listener: () => void): void;
  close(): void;
}

/** Listens with a connection that serves nothing else, and listens again after each loss of it. */
export function createStoreChannels(subscriber: Redis): StoreChannels {
  const listeners = new Map<string, Set<(message: string) => void>>();
  const missed: (() => void)[] = [];
  let hasListened = false;
  // Also the channels that were asked for while the store could not be reached.
  subscriber.on('ready', async () => {
    if (listeners.size > 0) await subscriber.subscribe(...listeners.keys()).catch(() => {});
    if (hasListened) for (const listener of missed) listener();
    hasListened = true;
  });
  subscriber.on('message', (channel: string, message: string) => {
    for (const take of listeners.get(channel) ?? []) take(message);
  });
  // A subscriber that only listens would not notice that the store hangs.
  const pinging = setInterval(() => {
    if (subscriber.status !== 'ready') return;
    subscriber.ping().catch(() => subscriber.disconnect(true));
  }, pingEveryMs);
  pinging.unref();

  return {
    listen(channel, take) {
      const takers = listeners.get(channel) ?? new Set();
      takers.add(take);
      listeners.set(channel, takers);
      if (takers.size === 1) void subscriber.subscribe(channel).catch(() => {});
      return () => {
        takers.delete(take);
        if (takers.size > 0) return;
        listeners.delete(channel);
        void subscriber.unsubscribe(channel).catch(() => {});
      };
    },
    onMissed: (listener) => void missed.push(listener),
    close: () => clearInterval(pinging),
  };
}
