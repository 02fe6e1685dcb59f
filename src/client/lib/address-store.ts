import type { HistoryLayers, MakeLayers, Written } from './history-layers.ts';
import { createStore, useStore } from './store.ts';

/** The values that an entry of the history holds, without the mark of a layer. */
function withoutMark(held: unknown): unknown {
  if (Object(held).layer === undefined) return held;
  const { layer: _, ...values } = Object(held);
  return values;
}

interface QueryString<T> {
  /** Never fails: null stands for a value that is absent or cannot be read. */
  read(search: string): T;
  /** @returns `search` with these values in it: '' or a text that begins with `?`. */
  write(values: T, search: string): string;
}

export interface SetOptions {
  /** `push` adds a history entry; otherwise the current entry is replaced. */
  history?: 'push' | 'replace';
  /** Values that the history entry holds beside its address, where no link can take them along. */
  entry?: object;
  /** The same for this entry alone: entries that are added later do not take them over. */
  own?: object;
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
export function createAddressStore<T>({ read, write }: QueryString<T>) {
  const now = () => read(location.search);
  const store = createStore(now);
  const entry = createStore<unknown>(() => withoutMark(history.state));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: SetOptions['history'];
  // The moment from which the full burst of writes is allowed again.
  let restedAt = Number.NEGATIVE_INFINITY;

  const url = () => location.pathname + write(store.get(), location.search) + location.hash;
  const current = () => ({ held: entry.get(), url: url() });
  /** Made by the first part of the page that opens one, which brings the code. */
  let layers: HistoryLayers | null = null;

  function stopWaiting() {
    clearTimeout(timer);
    waiting = undefined;
  }

  function writeNow(mode: 'push' | 'replace') {
    stopWaiting();
    const now = performance.now();
    restedAt = Math.max(restedAt, now) + writeEveryMs;
    const written = layers?.toEntry(current()) ?? current();
    try {
      history[`${mode}State`](written.held, '', written.url);
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
    if (waitMs <= 0) return writeNow(mode);
    waiting = mode;
    timer = setTimeout(() => writeNow(waiting ?? mode), waitMs);
  }

  function set(
    changes: Partial<T>,
    { history: mode = 'replace', entry: values, own }: SetOptions = {},
  ) {
    // Text typed earlier belongs to the history entry that is being left.
    if (mode === 'push' && waiting === 'replace') writeNow(waiting);
    if (mode === 'push') layers?.keepBase();
    if (values || own || mode === 'push') {
      const { own: before, ...kept } = Object(entry.get());
      const ofEntry = mode === 'push' ? own : own ? { ...before, ...own } : before;
      entry.set({ ...kept, ...values, ...(ofEntry && { own: ofEntry }) });
    }
    store.set({ ...store.get(), ...changes });
    if (!layers?.isReturning()) writeWhenAllowed(layers?.isOver() ? 'replace' : mode);
  }

  function writeForLayers(mode: 'push' | 'replace', { held, url }: Written): boolean {
    restedAt = Math.max(restedAt, performance.now()) + writeEveryMs;
    try {
      history[`${mode}State`](held, '', url);
      return true;
    } catch {
      return false;
    }
  }

  /** Adds an entry for what lies over the page: see `createHistoryLayers`. */
  function openLayer(make: MakeLayers, close: () => void) {
    if (waiting) writeNow(waiting);
    layers ??= make({ current, write: writeForLayers });
    return layers.open(close);
  }

  /** Returns to the previous history entry; an entry that is still waiting to be added is dropped. */
  function back() {
    if (waiting === 'push') return returnToEntry();
    // A write on the way back would keep the browser at the entry that is being left.
    if (waiting) writeNow(waiting);
    stopWaiting();
    history.back();
  }

  /** Takes over the entry that the browser is at. */
  function returnToEntry() {
    stopWaiting();
    if (layers?.hasReturned(history.state)) return;
    entry.set(withoutMark(history.state));
    store.set(now());
  }

  addEventListener('popstate', returnToEntry);
  // Pending writes are made at once, so that a reload keeps the address the reader saw.
  addEventListener('pagehide', () => {
    if (waiting) writeNow(waiting);
  });

  return {
    get: store.get,
    set,
    back,
    openLayer,
    useValues: () => useStore(store),
    getEntry: entry.get,
    useEntry: () => useStore(entry),
  };
}
