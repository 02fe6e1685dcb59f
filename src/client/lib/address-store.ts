import { createStore, useStore } from './store.ts';

/** Reads and writes one value of the address bar; null stands for an unreadable value. */
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
  /** `push` adds a history entry; otherwise the current entry is replaced. */
  history?: 'push' | 'replace';
}

/**
 * Browsers limit how often a page may write its address: Safari allows a hundred writes in half a
 * minute, history entries included. This many writes may follow at once, and one more per interval.
 */
const writesAtOnce = 22;
const writeEveryMs = 400;
/** Writes of a burst that are reserved for history entries: a lost entry would be noticed. */
const keptForPushes = 7;

/**
 * The state of a page that lives in its query string. Reading it never fails: what a codec cannot
 * read is null. The state changes at once; so does the address, unless it is written so often
 * that the browser would refuse, or it refused: then what it has become is written a little later.
 */
export function createAddressStore<C extends Codecs>(codecs: C) {
  const names = Object.keys(codecs);
  const store = createStore(read);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: SetOptions['history'];
  // The moment from which the full burst of writes is allowed again.
  let restedAt = Number.NEGATIVE_INFINITY;

  function read(): AddressValues<C> {
    const parameters = new URLSearchParams(location.search);
    const entries = names.map((name) => {
      const text = parameters.get(name);
      return [name, text === null ? null : codecs[name]!.parse(text)];
    });
    return Object.fromEntries(entries) as AddressValues<C>;
  }

  function url(): string {
    const parameters = new URLSearchParams(location.search);
    const values = store.get();
    for (const name of names) {
      const value = values[name];
      // Appended, so that the order is always the order of the codecs.
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
    // Text typed earlier belongs to the history entry that is being left.
    if (mode === 'push' && waiting === 'replace') write(waiting);
    store.set({ ...store.get(), ...changes });
    writeWhenAllowed(mode);
  }

  /** Returns to the previous history entry; an entry that is still waiting to be added is dropped. */
  function back() {
    if (waiting !== 'push') return history.back();
    stopWaiting();
    store.set(read());
  }

  addEventListener('popstate', () => {
    stopWaiting();
    store.set(read());
  });
  // Pending writes are made at once, so that a reload keeps the address the reader saw.
  addEventListener('pagehide', () => {
    if (waiting) write(waiting);
  });

  return { get: store.get, set, back, useValues: () => useStore(store) };
}
