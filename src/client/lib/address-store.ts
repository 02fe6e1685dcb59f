import { useSyncExternalStore } from 'react';

/** Reads and writes one value of the address bar; null is what cannot be read. */
export interface AddressCodec<T> {
  parse(text: string): T | null;
  serialize(value: T): string;
}

// biome-ignore lint/suspicious/noExplicitAny: the codecs of one store have values of different types.
type Codecs = Readonly<Record<string, AddressCodec<any>>>;

export type AddressValues<C extends Codecs> = {
  [K in keyof C]: ReturnType<C[K]['parse']>;
};

export interface SetOptions {
  /** `push` makes an entry to come back from; without it the entry there is becomes another. */
  history?: 'push' | 'replace';
}

/**
 * Browsers refuse to rewrite the address too often: Safari after a hundred times in half a minute.
 * So this many are written at once, and one more for each of these spans.
 */
const rewritesAtOnce = 20;
const rewriteEveryMs = 400;

/**
 * The state of a page that lives in its query string. Reading it never fails: what a codec cannot
 * read is null. The state changes at once; so does the address, unless it is rewritten so often
 * that the browser would refuse: then the last of the rewrites is made a little later.
 */
export function createAddressStore<C extends Codecs>(codecs: C) {
  const names = Object.keys(codecs);
  const listeners = new Set<() => void>();
  let values = read();
  let pending: ReturnType<typeof setTimeout> | undefined;
  // When all that were allowed at once are so again.
  let restedAt = Number.NEGATIVE_INFINITY;

  function read(): AddressValues<C> {
    const parameters = new URLSearchParams(location.search);
    const entries = names.map((name) => {
      const text = parameters.get(name);
      return [name, text === null ? null : codecs[name]!.parse(text)];
    });
    return Object.fromEntries(entries) as AddressValues<C>;
  }

  function become(next: AddressValues<C>) {
    values = next;
    for (const listener of listeners) listener();
  }

  function url(): string {
    const parameters = new URLSearchParams(location.search);
    for (const name of names) {
      const value = values[name];
      // Put behind the others, so that the order is always that of the codecs.
      parameters.delete(name);
      if (value !== null) parameters.set(name, codecs[name]!.serialize(value));
    }
    // Commas stay as people write them.
    const search = String(parameters).replaceAll('%2C', ',');
    return location.pathname + (search && `?${search}`) + location.hash;
  }

  function stopWaiting() {
    clearTimeout(pending);
    pending = undefined;
  }

  function rewrite() {
    stopWaiting();
    restedAt = Math.max(restedAt, performance.now()) + rewriteEveryMs;
    history.replaceState(history.state, '', url());
  }

  function set(changes: Partial<AddressValues<C>>, { history: mode = 'replace' }: SetOptions = {}) {
    if (mode === 'push') {
      // What was typed before belongs to the entry that is left.
      if (pending !== undefined) rewrite();
      become({ ...values, ...changes });
      history.pushState(history.state, '', url());
      return;
    }
    become({ ...values, ...changes });
    const waitMs = restedAt - (rewritesAtOnce - 1) * rewriteEveryMs - performance.now();
    if (waitMs <= 0) rewrite();
    else pending ??= setTimeout(rewrite, waitMs);
  }

  addEventListener('popstate', () => {
    stopWaiting();
    become(read());
  });
  // A page that is left or reloaded has the address its reader saw.
  addEventListener('pagehide', () => {
    if (pending !== undefined) rewrite();
  });

  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return { set, useValues: () => useSyncExternalStore(subscribe, () => values) };
}
