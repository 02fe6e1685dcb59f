import * as v from 'valibot';

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
    return v.parse(schema, JSON.parse(localStorage.getItem(key) ?? ''));
  } catch {
    return fallback;
  }
}

export function writeTaste(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A full or forbidden storage loses a preference, not work.
  }
}
