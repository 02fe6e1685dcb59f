/** A text that this browser keeps under a name; null where there is none, or no storage. */
export function readKept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/**
 * Keeps a text in this browser. Storage may be missing, refused, full, or take a text and lose it.
 *
 * @returns whether the text is there now.
 */
export function keepText(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text);
    return localStorage.getItem(key) === text;
  } catch {
    return false;
  }
}

const probeKey = 'probe';

/** Whether this browser stores anything for the page. */
export function canKeep(): boolean {
  const isKept = keepText(probeKey, probeKey);
  if (isKept) localStorage.removeItem(probeKey);
  return isKept;
}
