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

type Mode = 'push' | 'replace';

interface Waiting extends Written {
  mode: Mode;
}

export interface SetOptions {
  /** `push` adds a history entry; otherwise the current entry is replaced. */
  history?: Mode;
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
/** Writes of a burst that are reserved for history entries, which Back may be asked for at once. */
const keptForPushes = 7;
/** So many entries may wait; then the oldest of them is given up. */
const mostWaiting = writesAtOnce;

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
  /** What the browser was not told yet: a change of its entry, or entries that follow, in their order. */
  let waiting: Waiting[] = [];
  // The moment from which the full burst of writes is allowed again.
  let restedAt = Number.NEGATIVE_INFINITY;

  const url = () => location.pathname + write(store.get(), location.search) + location.hash;
  const current = () => ({ held: entry.get(), url: url() });
  /** Made by the first part of the page that opens one, which brings the code. */
  let layers: HistoryLayers | null = null;

  function writeFirst({ mode, held, url }: Waiting): boolean {
    const now = performance.now();
    restedAt = Math.max(restedAt, now) + writeEveryMs;
    try {
      history[`${mode}State`](held, '', url);
    } catch {
      restedAt = now + (writesAtOnce + 1) * writeEveryMs;
      return false;
    }
    waiting.shift();
    return true;
  }

  /** Writes what may be written now, and the rest as soon as it may be. */
  function writeAllowed() {
    clearTimeout(timer);
    for (let [first] = waiting; first; [first] = waiting) {
      const isForPush = waiting.some(({ mode }) => mode === 'push');
      const atOnce = isForPush ? writesAtOnce : writesAtOnce - keptForPushes;
      const waitMs = restedAt - (atOnce - 1) * writeEveryMs - performance.now();
      if (waitMs > 0) {
        timer = setTimeout(writeAllowed, waitMs);
        return;
      }
      writeFirst(first);
    }
  }

  /**
   * Writes the present entry, however often the page has written already. Entries before it that may not
   * be written yet are given up.
   */
  function writePresent() {
    writeAllowed();
    const last = waiting.at(-1);
    if (!last) return;
    if (waiting.some(({ mode }) => mode === 'push')) last.mode = 'push';
    waiting = [last];
    writeFirst(last);
    writeAllowed();
  }

  function giveUp() {
    clearTimeout(timer);
    waiting = [];
  }

  function writeOrWait(mode: Mode) {
    const entry = layers?.toEntry(current()) ?? current();
    const last = waiting.at(-1);
    if (last && mode === 'replace') Object.assign(last, entry);
    else waiting.push({ mode, ...entry });
    if (waiting.length > mostWaiting) waiting.splice(waiting[0]?.mode === 'push' ? 0 : 1, 1);
    writeAllowed();
  }

  function set(
    changes: Partial<T>,
    { history: mode = 'replace', entry: values, own }: SetOptions = {},
  ) {
    if (mode === 'push') layers?.keepBase();
    if (values || own || mode === 'push') {
      const { own: before, ...kept } = Object(entry.get());
      const ofEntry = mode === 'push' ? own : own ? { ...before, ...own } : before;
      entry.set({ ...kept, ...values, ...(ofEntry && { own: ofEntry }) });
    }
    store.set({ ...store.get(), ...changes });
    if (!layers?.isReturning()) writeOrWait(layers?.isOver() ? 'replace' : mode);
  }

  function writeForLayers(mode: Mode, { held, url }: Written): boolean {
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
    writePresent();
    layers ??= make({ current, write: writeForLayers, giveUp });
    return layers.open(close);
  }

  function show(held: unknown, search: string) {
    entry.set(withoutMark(held));
    store.set(read(search));
  }

  /** Returns to the previous entry of the history; one that the browser was not told yet is dropped. */
  function back() {
    if (waiting.at(-1)?.mode === 'push') {
      waiting.pop();
      const last = waiting.at(-1);
      if (last) return show(last.held, new URL(last.url, 'http://this.page').search);
      return show(history.state, location.search);
    }
    // A write on the way back would keep the browser at the entry that is being left.
    writePresent();
    history.back();
  }

  /** Takes over the entry that the browser is at. */
  function returnToEntry() {
    giveUp();
    if (!layers?.hasReturned(history.state)) show(history.state, location.search);
  }

  addEventListener('popstate', returnToEntry);
  // Pending writes are made at once, so that a reload keeps the address the reader saw.
  addEventListener('pagehide', writePresent);

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
