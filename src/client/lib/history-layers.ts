/** An entry of the history: the values that it holds, and its address. */
export interface Written {
  held: unknown;
  url: string;
}

interface Page {
  /** The present entry as the page wants it. */
  current(): Written;
  /** @returns false if the browser refuses. */
  write(mode: 'push' | 'replace', entry: Written): boolean;
  /** Forgets what waits to be written. */
  giveUp(): void;
}

interface Layer {
  close: () => void;
  isClosed: boolean;
}

let openings = 0;

/**
 * Entries of the history for what lies over the page, such as a sheet. Back closes it, and its entry
 * is removed when it is closed in another way. The address stays the page's: what changes below an
 * open layer is kept when the layer goes, as one step of the history.
 */
export function createHistoryLayers({ current, write, giveUp }: Page) {
  const layers: Layer[] = [];
  /** Layers that open while the browser is on its way back. */
  const late: Layer[] = [];
  /** Tells the entries of these layers from those of earlier ones, which Forward may lead to. */
  let mark = '';
  /** The entry below the layers, as it was before the page pushed another one. */
  let base: Written | null = null;
  let isReturning = false;

  const marked = ({ held, url }: Written, depth: number): Written => ({
    held: { ...Object(held), layer: { mark, depth } },
    url,
  });

  function enter(layer: Layer) {
    // A layer that opens while another one closes takes over its entry.
    if (layers.at(-1)?.isClosed) {
      layers[layers.length - 1] = layer;
      return;
    }
    if (layers.length === 0) {
      openings += 1;
      mark = `${performance.timeOrigin}-${openings}`;
      base = null;
      if (!write('replace', marked(current(), 0))) return;
    }
    if (write('push', marked(current(), layers.length + 1))) layers.push(layer);
  }

  function removeClosed() {
    const kept = layers.findLastIndex(({ isClosed }) => !isClosed) + 1;
    if (isReturning || kept === layers.length) return;
    isReturning = true;
    // A write on the way back would keep the browser at the entry that is being left.
    giveUp();
    history.go(kept - layers.length);
  }

  return {
    isOver: () => layers.length > 0,
    isReturning: () => isReturning,

    /** The entry to write for the page, with the mark of the layer over it. */
    toEntry: (entry: Written) => (layers.length > 0 ? marked(entry, layers.length) : entry),

    /** Called before the page changes in a step that Back will undo. */
    keepBase() {
      if (layers.length > 0) base ??= current();
    },

    /** @returns a function to call when the layer was closed, in whatever way. */
    open(close: () => void): () => void {
      const layer = { close, isClosed: false };
      if (isReturning) late.push(layer);
      else enter(layer);
      return () => {
        layer.isClosed = true;
        // Another one may open at the same moment.
        if (layers.includes(layer)) setTimeout(removeClosed);
      };
    },

    /** @returns whether the browser came back from a layer, and the page is as it was below it. */
    hasReturned(held: unknown): boolean {
      if (layers.length === 0) return false;
      isReturning = false;
      const { layer } = Object(held);
      const depth: number | null = Object(layer).mark === mark ? layer.depth : null;
      // Elsewhere, nothing of this page stays open.
      const opening = depth === null ? late.splice(0) : [];
      for (const gone of [...layers.splice(depth ?? 0), ...opening]) {
        if (gone.isClosed) continue;
        gone.isClosed = true;
        gone.close();
      }
      if (depth === null) return false;
      const present = current();
      if (depth > 0) {
        write('replace', marked(present, depth));
      } else {
        write('replace', base ?? present);
        if (base) write('push', present);
        base = null;
      }
      for (const layer of late.splice(0)) if (!layer.isClosed) enter(layer);
      removeClosed();
      return true;
    },
  };
}

export type MakeLayers = typeof createHistoryLayers;
export type HistoryLayers = ReturnType<MakeLayers>;
