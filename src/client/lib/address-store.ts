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
 * Browsers refuse to write the address too often: Safari after a hundred times in half a minute,
 * entries to come back from included. So this many are written at once, and one more for each span.
 */
const writesAtOnce = 22;
const writeEveryMs = 400;
/** Of those at once, the ones that are kept for entries to come back from: losing one would be seen. */
const keptForPushes = 7;

/**
 * The state of a page that lives in its query string. Reading it never fails: what a codec cannot
 * read is null. The state changes at once; so does the address, unless it is written so often
 * that the browser would refuse, or it refused: then what it has become is written a little later.
 */
export function createAddressStore<C extends Codecs>(codecs: C) {
  const names = Object.keys(codecs);
  const listeners = new Set<() => void>();
  let values = read();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: SetOptions['history'];
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
    clearTimeout(timer);
    waiting = undefined;
  }

  function write(mode: 'push' | 'replace') {
    stopWaiting();
    const now = performance.now();
    restedAt = Math.max(restedAt, now) + writeEveryMs;
    try {
      history[`${mode}State`](history.state, '', url());
    } catch {
      restedAt = now + (writesAtOnce + 1) * writeEveryMs;
      writeWhenAllowed(mode);
    }
  }

  function writeWhenAllowed(mode: 'push' | 'replace') {
    if (waiting !== undefined) {
      if (mode === 'push') waiting = mode;
      return;
    }
    const atOnce = mode === 'push' ? writesAtOnce : writesAtOnce - keptForPushes;
    const waitMs = restedAt - (atOnce - 1) * writeEveryMs - performance.now();
    if (waitMs <= 0) return write(mode);
    waiting = mode;
    timer = setTimeout(() => write(waiting ?? mode), waitMs);
  }

  function set(changes: Partial<AddressValues<C>>, { history: mode = 'replace' }: SetOptions = {}) {
    // What was typed before belongs to the entry that is left.
    if (mode === 'push' && waiting === 'replace') write(waiting);
    become({ ...values, ...changes });
    writeWhenAllowed(mode);
  }

  /** Returns to the entry before this one; one that still waits to be made is not made. */
  function back() {
    if (waiting !== 'push') return history.back();
    stopWaiting();
    become(read());
  }

  addEventListener('popstate', () => {
    stopWaiting();
    become(read());
  });
  // A page that is left or reloaded has the address its reader saw.
  addEventListener('pagehide', () => {
    if (waiting) write(waiting);
  });

  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const get = () => values;
  return { get, set, back, useValues: () => useSyncExternalStore(subscribe, get) };
}
