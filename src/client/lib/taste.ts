import * as v from 'valibot';
import { canKeep, keepText, readKept } from './kept-text.ts';
import { createStore, useStore } from './store.ts';

/**
 * A preference of this reader in this browser: columns, theme. Never anything of the inventory.
 * What no longer parses, or a browser that refuses storage, gives the fallback.
 */
export function readTaste<S extends v.GenericSchema>(
  key: string,
  schema: S,
  fallback: v.InferOutput<S>,
): v.InferOutput<S> {
  try {
    return v.parse(schema, JSON.parse(readKept(key) ?? ''));
  } catch {
    return fallback;
  }
}

const isKeptStore = createStore(canKeep);

/** Keeps a preference; where the browser does not, it lasts until the page is left. */
export function writeTaste(key: string, value: unknown): boolean {
  const isKept = keepText(key, JSON.stringify(value));
  isKeptStore.set(isKept);
  return isKept;
}

/** Whether the browser keeps preferences. */
export const useIsTasteKept = () => useStore(isKeptStore);
